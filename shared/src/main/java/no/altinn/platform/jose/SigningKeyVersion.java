package no.altinn.platform.jose;

import java.time.Instant;

/**
 * One version of a key that is renewed. Immutable.
 *
 * @param created when the version was made, which tells the newer of two
 * @param visibleSince since when every process can read the version for sure: when it was made or
 *     last changed, whichever is later, for the change may have been that it was enabled
 */
public record SigningKeyVersion(SigningKey key, Instant created, Instant visibleSince) {

    /** From when on the certificate is valid. */
    public Instant begins() {
        return key.certificate().getNotBefore().toInstant();
    }

    /** Whether the certificate is valid at a moment, both its ends included (RFC 5280 §4.1.2.5). */
    public boolean isInForceAt(Instant moment) {
        return !moment.isBefore(begins()) && !hasEndedAt(moment);
    }

    /** Whether the certificate's last moment has passed. */
    public boolean hasEndedAt(Instant moment) {
        return moment.isAfter(key.certificate().getNotAfter().toInstant());
    }
}
