package no.altinn.rest.srr;

import no.altinn.rest.catalogue.ServiceKey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A rule of a service owner. One for a service, a party and a right is always the same.
 *
 * @param reportee an organisation's or a person's number
 * @param validTo until when it counts; empty for ever
 * @param isRecipient the condition that the party receives files, or that it does not; empty for no
 *     condition
 */
public record SrrRule(
        ServiceKey service,
        String reportee,
        SrrRight right,
        Optional<OffsetDateTime> validTo,
        Optional<Boolean> isRecipient) {
    /** Numbers up to it are exact in every client, JavaScript's too. */
    private static final long LARGEST_ID = (1L << 52) - 1;

    /** What clients know it by: positive, the same for every rule of its service, party, right. */
    public long id() {
        String key = "%s/%s/%s".formatted(service, reportee, right.title());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() & LARGEST_ID) | 1L;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }

    /** The same rule with other terms. */
    public SrrRule until(Optional<OffsetDateTime> end, Optional<Boolean> condition) {
        return new SrrRule(service, reportee, right, end, condition);
    }

    /** Whether both are of one service, party and right. */
    boolean isSame(SrrRule other) {
        return service.equals(other.service)
                && reportee.equals(other.reportee)
                && right == other.right;
    }

    /** Tells no number: persons never reach a log. */
    @Override
    public String toString() {
        return "Rule " + id();
    }
}
