package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import no.altinn.local.identity.KeptKeys;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

final class FailedStartTest {
    @TempDir private Path home;

    private String explain(String host, int port) throws IOException {
        Path example = Path.of("..", "..", "local.settings.json.example");
        Files.copy(example, home.resolve("local.settings.json.example"));
        Path data = home.resolve("data");
        KeptKeys.putInto(data, Clock.systemUTC());
        RuntimeException failure =
                catchThrowableOfType(
                        RuntimeException.class,
                        () ->
                                LocalPlatform.start(
                                                new LocalOptions(home, host, port, data, false),
                                                Map.of(),
                                                Clock.systemUTC())
                                        .close());
        return FailedStart.explain(failure, data).orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aPortThatIsNoneIsTold() throws IOException {
        assertThat(explain("127.0.0.1", 70_000)).contains("70000", "--port", "65535");
    }

    @Test
    @Tag("proof")
    void aDamagedDatabaseIsNamed() throws IOException {
        write("data/events.db", "no database at all, ".repeat(100));

        assertThat(explain("127.0.0.1", 0))
                .contains(home.resolve("data").toString(), "not a database", "copy", "--reset");
    }

    @Test
    void aDatabaseOfANewerReleaseIsTold() throws Exception {
        Path file = Files.createDirectories(home.resolve("data")).resolve("events.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }

        assertThat(explain("127.0.0.1", 0))
                .contains("version 99", "--data")
                .doesNotContain("--reset");
    }

    @Test
    @Tag("proof")
    void aDatabaseThatAnotherProgramHasLockedIsTold() throws Exception {
        Path file = Files.createDirectories(home.resolve("data")).resolve("events.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThat(explain("127.0.0.1", 0))
                    .contains("Another program", file.getParent().toString(), "Close")
                    .doesNotContain("--reset");
        }
    }

    @Test
    void aDatabaseThatIsAFolderIsTold() throws Exception {
        Files.createDirectories(home.resolve("data/events.db"));

        assertThat(explain("127.0.0.1", 0))
                .contains(home.resolve("data/events.db").toString())
                .doesNotContain("--reset");
    }

    @Test
    void policiesThatAreMalformedAreNamed() throws IOException {
        write("local/policies.json", "{\n\"rules\": [\n");

        assertThat(explain("127.0.0.1", 0)).contains("policies.json", "malformed").hasLineCount(1);
    }

    @Test
    void partiesThatAreMalformedAreNamed() throws IOException {
        write("local/parties.json", "{\"persons\": []}");

        assertThat(explain("127.0.0.1", 0))
                .contains("parties.json", "malformed", "serviceOwners")
                .doesNotContain("DeserializationFeature")
                .hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThat(
                        FailedStart.explain(
                                new UncheckedIOException(new NoSuchFileException("/x/keys")), home))
                .hasValueSatisfying(text -> assertThat(text).contains("/x/keys", "--data"));
    }

    @Test
    void severalLinesBecomeOne() {
        assertThat(FailedStart.explain(new IllegalStateException("one\n  two\n"), home))
                .contains("one two");
    }

    @Test
    void aDefectIsLeftToItsStackTrace() {
        assertThat(FailedStart.explain(new IllegalArgumentException("bug"), home))
                .isEqualTo(Optional.empty());
    }
}
