package no.altinn.events.pull;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState.Locked;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A lock on a delivery, and the text by which its receiver names it. The text holds the state that
 * the lock began with, so that a receiver's word needs no look at the delivery: a store moves the
 * delivery only if it still is in that very state. A text that was made up names no state that is
 * stored. Immutable.
 *
 * @param delivery what is locked
 * @param attempt how many times it has been handed out, 1 and up
 * @param since when the lock began, in whole milliseconds
 * @param until when it runs out unless it is renewed, in whole milliseconds
 * @param name what tells it from every other lock
 */
record LockToken(DeliveryKey delivery, int attempt, Instant since, Instant until, String name) {
    /** The most characters of a token. */
    static final int MOST_CHARACTERS = 200;

    private static final int SUBSCRIPTION = Integer.BYTES;
    private static final int DELIVERY = 32;
    private static final int CHANCE = 16;
    private static final int NAME = Long.BYTES + CHANCE;
    private static final int ALL = SUBSCRIPTION + DELIVERY + Integer.BYTES + Long.BYTES + NAME;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /**
     * A lock that begins now.
     *
     * @param random its numbers cannot be guessed
     */
    static LockToken begun(
            DeliveryKey delivery, int attempt, Instant now, Duration time, RandomGenerator random) {
        Instant since = now.truncatedTo(ChronoUnit.MILLIS);
        byte[] chance = new byte[CHANCE];
        random.nextBytes(chance);
        byte[] name = ByteBuffer.allocate(NAME).putLong(since.toEpochMilli()).put(chance).array();
        return new LockToken(
                delivery, attempt, since, since.plus(time), ENCODER.encodeToString(name));
    }

    /**
     * The lock that a text names; empty if it is no text of a lock of this subscription.
     *
     * @param text any text
     */
    static Optional<LockToken> of(String text, int subscriptionId) {
        return bytes(text, ALL)
                .map(ByteBuffer::wrap)
                .filter(bytes -> bytes.getInt() == subscriptionId)
                .map(bytes -> read(bytes, subscriptionId));
    }

    private static LockToken read(ByteBuffer bytes, int subscriptionId) {
        byte[] delivery = new byte[DELIVERY];
        byte[] name = new byte[NAME];
        bytes.get(delivery);
        int attempt = bytes.getInt();
        Instant until = Instant.ofEpochMilli(bytes.getLong());
        bytes.get(name);
        return new LockToken(
                new DeliveryKey(subscriptionId, ENCODER.encodeToString(delivery)),
                attempt,
                begin(name),
                until,
                ENCODER.encodeToString(name));
    }

    /** Since when a delivery is locked; when the lock runs out, if its name does not tell. */
    static Instant since(Locked lock) {
        return bytes(lock.token(), NAME).map(LockToken::begin).orElse(lock.at());
    }

    private static Instant begin(byte[] name) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(name).getLong());
    }

    /** The bytes of a text, if it is the one text of so many bytes. */
    private static Optional<byte[]> bytes(String text, int length) {
        try {
            return Optional.of(text)
                    .filter(any -> any.length() <= MOST_CHARACTERS)
                    .map(DECODER::decode)
                    .filter(bytes -> bytes.length == length)
                    .filter(bytes -> ENCODER.encodeToString(bytes).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text by which the receiver names the lock. */
    String text() {
        return ENCODER.encodeToString(
                ByteBuffer.allocate(ALL)
                        .putInt(delivery.subscriptionId())
                        .put(DECODER.decode(delivery.id()))
                        .putInt(attempt)
                        .putLong(until.toEpochMilli())
                        .put(DECODER.decode(name))
                        .array());
    }

    /** The state of the delivery while the lock has not been renewed. */
    Locked state() {
        return new Locked(attempt, until, name);
    }
}
