package no.altinn.rest.app;

import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.rest.record.EntryStore;

/**
 * What the app stands on.
 *
 * @param entries the app's own records
 * @param certificates those of the issuers of platform access tokens
 */
public record RestAdapters(EntryStore entries, PlatformCertificates certificates) {}
