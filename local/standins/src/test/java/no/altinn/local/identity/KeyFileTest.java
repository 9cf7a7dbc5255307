package no.altinn.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.jose.SigningKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

class KeyFileTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir Path folder;

    private KeyFile file() {
        return new KeyFile(folder.resolve("keys.p12"));
    }

    @Test
    void withoutAFileThereAreNoKeys() {
        assertThat(file().read()).isEmpty();
    }

    @Test
    void whatWasWrittenIsReadUnderItsName() {
        Map<String, SigningKey> keys =
                Map.of("a", SelfSigned.create("a", NOW), "b c", SelfSigned.create("b-c", NOW));

        file().write(keys);

        assertThat(file().read()).isEqualTo(keys);
    }

    @Test
    void writingReplacesWhatWasThere() {
        file().write(Map.of("a", SelfSigned.create("a", NOW)));
        Map<String, SigningKey> later = Map.of("b", SelfSigned.create("b", NOW));

        file().write(later);

        assertThat(file().read()).isEqualTo(later);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndLeavesNothing() throws IOException {
        Files.createDirectories(folder.resolve("keys.p12").resolve("not-empty"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> file().write(Map.of()));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
