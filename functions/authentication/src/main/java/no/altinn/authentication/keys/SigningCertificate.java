package no.altinn.authentication.keys;

import no.altinn.platform.jose.SigningKey;

import java.time.Instant;

/**
 * One version of the certificate that tokens are signed with. Immutable.
 *
 * @param key its key
 * @param visibleSince since when, at the latest, the version is where every process of the app can
 *     read it: it was made or its attributes were changed then
 */
public record SigningCertificate(SigningKey key, Instant visibleSince) {

    /** From when on the certificate is good. */
    Instant begins() {
        return key.certificate().getNotBefore().toInstant();
    }

    /** Whether its time has come; the end is {@link #hasEndedAt}'s. */
    boolean hasBegunAt(Instant now) {
        return !now.isBefore(begins());
    }

    /** Whether its time has passed: the last moment of a certificate still counts (RFC 5280). */
    boolean hasEndedAt(Instant now) {
        return now.isAfter(key.certificate().getNotAfter().toInstant());
    }
}
