package no.altinn.rest.app;

import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.rest.file.Files;
import no.altinn.rest.record.EntryStore;

import java.util.function.Supplier;

/**
 * What the app stands on.
 *
 * @param entries the app's own records
 * @param files what is too large for a record
 * @param certificates those of the issuers of platform access tokens
 * @param platformAccessToken gives the token with which this app calls the rest of the platform
 */
public record RestAdapters(
        EntryStore entries,
        Files files,
        PlatformCertificates certificates,
        Supplier<String> platformAccessToken) {}
