package no.altinn.local.testdata;

import java.util.UUID;

/**
 * A system that acts for an organisation.
 *
 * @param orgNo whom it acts for
 */
public record TestSystemUser(UUID id, String orgNo) {}
