package no.altinn.authentication.keys;

import java.util.List;

/**
 * The keys that sign Altinn's tokens. A new key is published 48 hours before it signs, and the old
 * one stays published until its last token has expired, so that there are two during a rotation.
 *
 * <p>Implementations are thread-safe and answer from memory.
 */
public interface SigningKeyRing {

    /** The key that signs now; always one of {@link #published()}. */
    SigningKey current();

    /** Every key that a valid token may be signed with, now or soon; never empty. */
    List<PublishedKey> published();
}
