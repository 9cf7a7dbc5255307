package no.altinn.platform.jose;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;

/**
 * Which RSA keys prove anything: 2 048 bits or more (RFC 7518 §3.3), a modulus and an exponent that
 * can be those of RSA (RFC 8017 §3.1), and at most 8 192 bits, so that no signature is long work.
 */
public final class RsaStrength {
    private static final int MIN_BITS = 2048;
    private static final int MAX_BITS = 8192;
    private static final int MAX_EXPONENT_BITS = 64;

    private RsaStrength() {}

    /** Whether what this key signs can be trusted. */
    public static boolean suffices(RSAPublicKey key) {
        BigInteger modulus = key.getModulus();
        BigInteger exponent = key.getPublicExponent();
        return modulus.signum() > 0
                && modulus.testBit(0)
                && modulus.bitLength() >= MIN_BITS
                && modulus.bitLength() <= MAX_BITS
                // With the exponent 1 every text is its own signature.
                && exponent.compareTo(BigInteger.ONE) > 0
                && exponent.testBit(0)
                && exponent.bitLength() <= MAX_EXPONENT_BITS;
    }
}
