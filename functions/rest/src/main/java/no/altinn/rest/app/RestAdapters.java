package no.altinn.rest.app;

import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.seal.SealingKeys;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.record.EntryStore;

import java.util.function.Supplier;

/**
 * What the app stands on.
 *
 * @param entries the app's own records
 * @param files what is too large for a record
 * @param transfers lets the front send and fetch the same files
 * @param certificates those of the issuers of platform access tokens
 * @param platformAccessToken gives the token with which this app calls the rest of the platform
 * @param cookieKeys what the cookies of logins are sealed with, and names of files are signed with
 */
public record RestAdapters(
        EntryStore entries,
        Files files,
        Transfers transfers,
        PlatformCertificates certificates,
        Supplier<String> platformAccessToken,
        SealingKeys cookieKeys) {}
