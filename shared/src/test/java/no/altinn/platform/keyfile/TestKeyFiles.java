package no.altinn.platform.keyfile;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Complete files of keys for tests. */
public final class TestKeyFiles {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

    /** Made once: to make keys takes longer than most tests do. */
    private static final KeyBundle COMPLETE =
            new KeyBundle(
                    PlatformKeys.SIGNING.stream()
                            .collect(Collectors.toMap(Function.identity(), TestKeyFiles::signing)),
                    PlatformKeys.SECRET.stream()
                            .collect(Collectors.toMap(Function.identity(), TestKeyFiles::secret)));

    private TestKeyFiles() {}

    private static SigningKey signing(String name) {
        TestKeys keys = TestKeys.of(name);
        return new SigningKey(
                keys.privateKey(), PublishedKey.of(TestCertificates.selfSigned(keys, FROM, UNTIL)));
    }

    private static SecretKey secret(String name) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) name.hashCode();
        return new SecretKeySpec(bytes, "AES");
    }

    /** Every key that there must be. */
    public static KeyBundle complete() {
        return COMPLETE;
    }

    /** All but one of them. */
    static KeyBundle without(String name) {
        return new KeyBundle(but(COMPLETE.signing(), name), but(COMPLETE.secret(), name));
    }

    private static <K> Map<String, K> but(Map<String, K> keys, String name) {
        return keys.entrySet().stream()
                .filter(one -> !one.getKey().equals(name))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A file in a folder, with every key that there must be. */
    public static Path in(Path folder) {
        try {
            return Files.write(folder.resolve("keys.p12"), COMPLETE.pkcs12());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
