package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.store.wal.DatabaseFiles;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What is made of a killed process's folder whose log somebody has damaged since. */
final class DamagedLogTest {
    private static final int COMMITS = 40;

    @TempDir private Path folder;
    private DatabaseFiles left;
    private Path log;

    @BeforeEach
    void makeFolder() throws IOException {
        Path file = Files.createDirectories(folder.resolve("left")).resolve("events.db");
        left = new DatabaseFiles(file);
        log = file.resolveSibling("events.db-wal");
    }

    /** Commits entries one by one, and leaves what a kill leaves after the last. */
    private void leave(boolean isCopied) throws SQLException, IOException {
        Path live = folder.resolve("events.db");
        try (Connection connection = new Connections(live).forWriting();
                Statement statement = connection.createStatement()) {
            Schema.upgrade(connection);
            for (int i = 1; i <= COMMITS; i++) {
                statement.execute(
                        """
                        INSERT INTO log (subscription_id, time, activity, event_id, resource, type,
                            consumer, end_point, status)
                        VALUES (%d, 0, 'a', '%s', 'r', 't', 'c', 'e', 200)"""
                                .formatted(i, "x".repeat(3_000)));
                connection.commit();
            }
            if (isCopied) {
                connection.rollback();
                statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)").close();
            }
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.copy(
                        folder.resolve("events.db" + suffix),
                        folder.resolve("left/events.db" + suffix));
            }
        }
    }

    private void cutLogInHalf() throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    private long entries() {
        try (SqliteDatabase database = SqliteDatabase.open(left.database())) {
            return database.read(
                    session ->
                            session.first("SELECT count(*) FROM log", row -> row.getLong(1))
                                    .orElseThrow());
        }
    }

    @Test
    void thePartThatIsRightIsUsed() throws Exception {
        leave(false);
        left.markOpen();
        cutLogInHalf();

        assertThat(entries()).isBetween(1L, COMMITS - 1L);
    }

    @ParameterizedTest(name = "in a copy of the folder: {0}")
    @ValueSource(booleans = {false, true})
    void aNewerDatabaseIsUsedWithoutThePartThatIsRight(boolean isCopy) throws Exception {
        leave(true);
        if (isCopy) {
            Files.writeString(folder.resolve("left/events.db-open"), "of another file");
        } else {
            left.markOpen();
        }
        cutLogInHalf();

        assertThat(entries()).isEqualTo(COMMITS);
        assertThat(folder.resolve("left/events.db-wal.damaged")).exists();
    }

    @Test
    void aCopyWhoseDatabaseIsOlderIsUsedWithThePartThatIsRight() throws Exception {
        leave(false);
        Files.writeString(folder.resolve("left/events.db-open"), "of another file");
        cutLogInHalf();

        assertThat(entries()).isBetween(1L, COMMITS - 1L);
    }
}
