package no.altinn.platform.jose;

import java.time.Duration;
import java.util.List;

/**
 * The keys that sign Altinn's tokens. A new key is published 48 hours before it signs, and the old
 * one stays published until it is disabled or its certificate ends, so that there are two or more
 * from the first rotation on.
 *
 * <p>Implementations are thread-safe and answer from memory.
 */
public interface SigningKeyRing {
    /**
     * How long after its signing a token can be good, at most. Altinn's own live for 30 minutes;
     * those that inherit their end from ID-porten live as long as ID-porten's access tokens, which
     * are good for a few hours. A day leaves room, and for clocks that differ.
     */
    Duration LONGEST_TOKEN = Duration.ofDays(1);

    /** The key that signs now; always one of {@link #published()}. */
    SigningKey current();

    /** Every key that a valid token may be signed with, now or soon; never empty. */
    List<PublishedKey> published();
}
