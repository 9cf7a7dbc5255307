package no.altinn.rest.login;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes passwords with Argon2id (RFC 9106): 19 MiB, two passes, one lane. A hash is kept as a PHC
 * string, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. One hash takes 19 MiB and a good part
 * of a second, so callers take {@link Turns}. Thread-safe.
 */
public final class Passwords {
    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Bounds of what is computed for a stored text: no more than a few times the usual work. */
    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([0-9]{1,5}),t=([1-9]),p=([1-4])"
                            + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");

    /** Of no password: its hash is all zeros. What is compared with it costs as much as any. */
    private static final String NOBODYS =
            phc(MEMORY, PASSES, LANES, new byte[SALT_BYTES], new byte[HASH_BYTES]);

    private final SecureRandom random;

    public Passwords(SecureRandom random) {
        this.random = random;
    }

    /** The PHC string of a password under a new salt. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return phc(
                MEMORY,
                PASSES,
                LANES,
                salt,
                argon2(password, MEMORY, PASSES, LANES, salt, HASH_BYTES));
    }

    /**
     * Whether a password is the hashed one. Without a hash the same work is done for nothing, so
     * that the time tells nobody which names have one.
     *
     * @param phc what {@link #hash} has made; empty where there is no password
     * @throws IllegalStateException if the text is no hash of Argon2id
     */
    public boolean matches(String password, Optional<String> phc) {
        Matcher hash = PHC.matcher(phc.orElse(NOBODYS));
        if (!hash.matches()) {
            throw new IllegalStateException("What is stored is no hash of Argon2id");
        }
        byte[] expected = Base64.getDecoder().decode(hash.group(5));
        byte[] computed =
                argon2(
                        password,
                        Integer.parseInt(hash.group(1)),
                        Integer.parseInt(hash.group(2)),
                        Integer.parseInt(hash.group(3)),
                        Base64.getDecoder().decode(hash.group(4)),
                        expected.length);
        return MessageDigest.isEqual(expected, computed) && phc.isPresent();
    }

    private static byte[] argon2(
            String password, int memory, int passes, int lanes, byte[] salt, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String phc(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memory,
                        passes,
                        lanes,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }
}
