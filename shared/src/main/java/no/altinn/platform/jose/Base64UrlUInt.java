package no.altinn.platform.jose;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** Numbers as JSON Web Keys have them: Base64urlUInt of RFC 7518 §2. */
public final class Base64UrlUInt {
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private Base64UrlUInt() {}

    /**
     * Writes a number big-endian, in as few bytes as it needs, one for zero.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static String of(BigInteger number) {
        if (number.signum() < 0) {
            throw new IllegalArgumentException("A key has no negative numbers");
        }
        byte[] bytes = number.toByteArray();
        // Java puts a zero byte before a number whose first bit is set, to tell its sign.
        boolean hasSignByte = bytes.length > 1 && bytes[0] == 0;
        return BASE64_URL.encodeToString(
                hasSignByte ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
