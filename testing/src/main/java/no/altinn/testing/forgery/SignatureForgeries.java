package no.altinn.testing.forgery;

import no.altinn.testing.jose.TestKeys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.crypto.Cipher;

/** Signatures that are missing, another's, or not quite what the key made (RFC 8725 §2.1). */
final class SignatureForgeries {
    private static final int BYTES = 256;

    private final Genuine genuine;
    private final String signed;
    private final byte[] signature;

    private SignatureForgeries(Genuine genuine) {
        this.genuine = genuine;
        String token = genuine.token();
        int dot = token.lastIndexOf('.');
        this.signed = token.substring(0, dot);
        this.signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    }

    static List<Forgery> of(Genuine genuine) {
        return new SignatureForgeries(genuine).all();
    }

    private List<Forgery> all() {
        return List.of(
                forgery("no third part", signed),
                forgery("an empty third part", signed + "."),
                forgery("a fourth part", genuine.token() + ".e30"),
                forgery("an empty fourth part", genuine.token() + "."),
                forgery("an empty part before", "." + genuine.token()),
                with("a signature of zeros", bytes -> new byte[BYTES]),
                with("a signature of one zero", bytes -> new byte[1]),
                with("a signature of one", bytes -> last(new byte[BYTES], (byte) 1)),
                with("a signature of ones", bytes -> filled((byte) 0xFF)),
                with("a signature as large as the modulus", bytes -> fixed(modulus())),
                with("the signature and the modulus", bytes -> plusModulus()),
                with("the signature's negative", bytes -> fixed(modulus().subtract(number()))),
                with("its first byte gone", bytes -> Arrays.copyOfRange(bytes, 1, BYTES)),
                with("its last byte gone", bytes -> Arrays.copyOf(bytes, BYTES - 1)),
                with("a zero behind it", bytes -> Arrays.copyOf(bytes, BYTES + 1)),
                with("a zero before it", bytes -> behindZero(bytes)),
                with("twice in a row", bytes -> twice(bytes)),
                with("its first bit flipped", bytes -> flipped(bytes, 0, 0x80)),
                with("its last bit flipped", bytes -> flipped(bytes, BYTES - 1, 1)),
                forgery("another token's signature", signed + "." + part(other(), 2)),
                forgery(
                        "another token's claims",
                        part(genuine.token(), 0) + "." + part(other(), 1) + "." + thirdPart()),
                forgery(
                        "another token's header",
                        Genuine.part("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}")
                                + "."
                                + part(genuine.token(), 1)
                                + "."
                                + thirdPart()),
                forgery("another's key of the same id", anotherKey()),
                forgery("the hash alone, padded", raw(padded(20, 0))),
                forgery("garbage behind the hash", raw(padded(0, 20))));
    }

    private String thirdPart() {
        return Genuine.part(signature);
    }

    private String other() {
        return genuine.claims(claims -> claims.put("sid", "another"));
    }

    private String anotherKey() {
        return Genuine.sign(TestKeys.generate(genuine.keys().kid()), signed);
    }

    private Forgery with(String name, UnaryOperator<byte[]> change) {
        return forgery(name, signed + "." + Genuine.part(change.apply(signature.clone())));
    }

    private static Forgery forgery(String name, String token) {
        return new Forgery("signature: " + name, "RFC 8725 §2.1, RFC 7515 §5.2", token);
    }

    private BigInteger modulus() {
        return genuine.keys().publicKey().getModulus();
    }

    private BigInteger number() {
        return new BigInteger(1, signature);
    }

    private byte[] plusModulus() {
        return number().add(modulus()).toByteArray();
    }

    /** What only the issuer could make, and none does: RFC 8017 §9.2 with another padding. */
    private String raw(byte[] message) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, genuine.keys().privateKey());
            return signed + "." + Genuine.part(cipher.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The decrypted signature with its end moved: the padding longer or shorter than it may be. */
    private byte[] padded(int cut, int garbage) {
        byte[] message =
                fixed(number().modPow(genuine.keys().publicKey().getPublicExponent(), modulus()));
        byte[] moved = new byte[BYTES];
        Arrays.fill(moved, 0, BYTES, (byte) 0xFF);
        moved[0] = 0;
        moved[1] = 1;
        // 00, DigestInfo and hash are the last 52 bytes.
        int start = BYTES - 52;
        int to = start - garbage + cut;
        System.arraycopy(message, start + cut, moved, to, 52 - cut);
        return moved;
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[BYTES];
        int length = Math.min(bytes.length, BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, BYTES - length, length);
        return fixed;
    }

    private static byte[] filled(byte value) {
        byte[] bytes = new byte[BYTES];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static byte[] last(byte[] bytes, byte value) {
        bytes[bytes.length - 1] = value;
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int index, int bit) {
        bytes[index] ^= (byte) bit;
        return bytes;
    }

    private static byte[] behindZero(byte[] bytes) {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 1, bytes.length);
        return longer;
    }

    private static byte[] twice(byte[] bytes) {
        byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        return twice;
    }

    private static String part(String token, int index) {
        return token.split("\\.", -1)[index];
    }
}
