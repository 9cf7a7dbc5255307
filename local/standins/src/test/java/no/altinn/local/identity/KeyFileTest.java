package no.altinn.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.keyfile.KeyBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.spec.SecretKeySpec;

class KeyFileTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final KeyBundle NOTHING = KeyBundle.EMPTY;

    @TempDir Path folder;

    private static KeyBundle signing(String... names) {
        return new KeyBundle(
                Stream.of(names)
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        name -> SelfSigned.create(name.replace(' ', '-'), NOW))),
                Map.of());
    }

    private KeyFile file() {
        return new KeyFile(folder.resolve("keys.p12"));
    }

    @Test
    void withoutAFileThereAreNoKeys() {
        assertThat(file().read()).isEqualTo(NOTHING);
    }

    @Test
    void whatWasWrittenIsReadUnderItsName() {
        KeyBundle keys =
                new KeyBundle(
                        signing("a", "b c").signing(),
                        Map.of("s", new SecretKeySpec(new byte[32], "AES")));

        file().write(keys);

        assertThat(file().read()).isEqualTo(keys);
    }

    @Test
    void writingReplacesWhatWasThere() {
        file().write(signing("a"));
        KeyBundle later = signing("b");

        file().write(later);

        assertThat(file().read()).isEqualTo(later);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndLeavesNothing() throws IOException {
        Files.createDirectories(folder.resolve("keys.p12").resolve("not-empty"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> file().write(NOTHING));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
