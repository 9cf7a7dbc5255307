package no.altinn.rest.file;

import no.altinn.platform.seal.SealingKeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for files that fronts send. A name tells, to those who have the key alone, which request
 * the file belongs to, how long it is and until when it counts; so nothing is kept of a file that
 * has not come. Thread-safe.
 *
 * <p>A name is {@link #FOLDER}, the day on which it was given out (UTC), a slash, and in Base64url
 * the second in which it ends to count (8 bytes), 16 random bytes and an HMAC-SHA-256.
 */
public final class ArrivalNames {
    /** What all these names begin with. */
    public static final String FOLDER = "sent/";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "names of sent files".getBytes(StandardCharsets.US_ASCII);
    private static final int RANDOM_BYTES = 16;
    private static final int MAC_BYTES = 32;

    private final SealingKeys keys;
    private final SecureRandom random;
    private final Clock clock;

    /** What a name is worth to a request. */
    enum Verdict {
        /** It was given out to this request. */
        GOOD,
        /** It was given out to another request, or to none. */
        FOREIGN,
        /** It was given out to this request, too long ago. */
        LATE
    }

    /**
     * @param keys from which the keys of the names are derived; asked at each call
     */
    public ArrivalNames(SealingKeys keys, SecureRandom random, Clock clock) {
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** What the names begin with that were given out on a day. */
    public static String folder(LocalDate day) {
        return FOLDER + day + "/";
    }

    /**
     * Requires a name in the folder of these names.
     *
     * @throws IllegalArgumentException if it is another text
     */
    public static String checked(String name) {
        if (!Files.checked(name).startsWith(FOLDER)) {
            throw new IllegalArgumentException("No name of a file that is sent: " + name);
        }
        return name;
    }

    /**
     * A new name, which counts as long as its file is kept unclaimed.
     *
     * @param request what tells the request from all others
     * @param length of the file, in bytes
     */
    String next(String request, long length) {
        byte[] nonce = new byte[RANDOM_BYTES];
        random.nextBytes(nonce);
        long ends = clock.instant().plus(Transfers.UNCLAIMED).getEpochSecond();
        return name(ends, nonce, mac(keys.inUse().get(0), ends, nonce, request, length));
    }

    /** What a name is worth to a request with a file of this length. */
    Verdict judge(String name, String request, long length) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(name.substring(name.lastIndexOf('/') + 1));
        } catch (IllegalArgumentException e) {
            return Verdict.FOREIGN;
        }
        if (token.length != Long.BYTES + RANDOM_BYTES + MAC_BYTES) {
            return Verdict.FOREIGN;
        }
        ByteBuffer parts = ByteBuffer.wrap(token);
        long ends = parts.getLong();
        byte[] nonce = new byte[RANDOM_BYTES];
        parts.get(nonce);
        byte[] mac = new byte[MAC_BYTES];
        parts.get(mac);
        boolean isOurs =
                keys.inUse().stream()
                        .anyMatch(
                                key ->
                                        MessageDigest.isEqual(
                                                mac(key, ends, nonce, request, length), mac));
        // A token has one name; the day and the last letters of Base64 could be others.
        if (!isOurs || !name.equals(name(ends, nonce, mac))) {
            return Verdict.FOREIGN;
        }
        return ends > clock.instant().getEpochSecond() ? Verdict.GOOD : Verdict.LATE;
    }

    private static String name(long ends, byte[] nonce, byte[] mac) {
        Instant given = Instant.ofEpochSecond(ends).minus(Transfers.UNCLAIMED);
        byte[] token =
                ByteBuffer.allocate(Long.BYTES + nonce.length + mac.length)
                        .putLong(ends)
                        .put(nonce)
                        .put(mac)
                        .array();
        return folder(LocalDate.ofInstant(given, ZoneOffset.UTC))
                + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] mac(SecretKey key, long ends, byte[] nonce, String request, long length) {
        try {
            // The key seals cookies, too: what is made of it here is good for nothing else.
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getEncoded(), ALGORITHM));
            mac.init(new SecretKeySpec(mac.doFinal(PURPOSE), ALGORITHM));
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(ends).array());
            mac.update(nonce);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
            return mac.doFinal(request.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", e);
        }
    }
}
