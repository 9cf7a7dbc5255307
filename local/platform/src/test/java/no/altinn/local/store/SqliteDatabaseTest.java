package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import no.altinn.local.store.wal.DatabaseFiles;
import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

@Timeout(60)
final class SqliteDatabaseTest {
    @TempDir private Path directory;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory.resolve("deep/below/test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static int insert(Session session, String consumer, long position) throws SQLException {
        return session.update("INSERT INTO checkpoints VALUES (?, ?)", consumer, position);
    }

    private List<String> consumers() {
        return database.read(
                session ->
                        session.list(
                                "SELECT consumer FROM checkpoints ORDER BY consumer",
                                row -> row.getString(1)));
    }

    @Test
    void whatAWriteReturnedFromCanBeRead() {
        assertThat(database.<Integer>write(session -> insert(session, "a", 1))).isEqualTo(1);

        assertThat(consumers()).containsExactly("a");
    }

    @Test
    void aFailedUnitLeavesNothingBehind() {
        assertThatThrownBy(
                        () ->
                                database.write(
                                        session -> {
                                            insert(session, "a", 1);
                                            return insert(session, "a", 2);
                                        }))
                .isInstanceOf(Unavailable.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(consumers()).isEmpty();
    }

    @Test
    void ofAGroupOnlyTheUnitThatFailsFails() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        List<Thread> callers = new CopyOnWriteArrayList<>();
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        9,
                        task -> {
                            Thread caller = new Thread(task);
                            callers.add(caller);
                            return caller;
                        });
        try {
            List<Future<Integer>> units = new ArrayList<>();
            // While the first one holds the writer, the others gather into one group.
            units.add(
                    threads.submit(
                            () ->
                                    database.write(
                                            session -> {
                                                awaitQuietly(held);
                                                return insert(session, "first", 0);
                                            })));
            for (int i = 0; i < 8; i++) {
                String consumer = i == 4 ? "first" : "c" + i;
                units.add(
                        threads.submit(
                                () -> database.write(session -> insert(session, consumer, 1))));
            }
            await().until(() -> callers.stream().allMatch(SqliteDatabaseTest::waits));
            held.countDown();
            List<Future<Integer>> failed = new ArrayList<>();
            for (Future<Integer> unit : units) {
                try {
                    assertThat(unit.get()).isEqualTo(1);
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(Unavailable.class);
                    failed.add(unit);
                }
            }
            assertThat(failed).hasSize(1);
            assertThat(consumers()).hasSize(8);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anExceptionOfTheWorkReachesItsCaller() {
        assertThatThrownBy(
                        () ->
                                database.write(
                                        session -> {
                                            insert(session, "a", 1);
                                            throw new IllegalArgumentException("no");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(consumers()).isEmpty();
    }

    @Test
    void aFullDiskIsToldAndGoesAway() {
        database.write(session -> session.list("PRAGMA max_page_count = 60", row -> 1));
        assertThatThrownBy(() -> database.write(session -> insert(session, "x".repeat(1 << 20), 1)))
                .isInstanceOf(Unavailable.class)
                .hasStackTraceContaining("SQLITE_FULL");

        database.write(session -> session.list("PRAGMA max_page_count = 1000000", row -> 1));
        database.write(session -> insert(session, "x".repeat(1 << 20), 1));

        assertThat(consumers()).hasSize(1);
    }

    @Test
    void aReadThatFailsIsToldAndTheNextOneWorks() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(
                            () -> database.read(session -> session.list("SELECT nothing", r -> 1)))
                    .isInstanceOf(Unavailable.class)
                    .hasCauseInstanceOf(SQLException.class);
        }

        assertThat(consumers()).isEmpty();
    }

    @Test
    void whoReadsCannotWrite() {
        assertThatThrownBy(() -> database.read(session -> insert(session, "a", 1)))
                .isInstanceOf(Unavailable.class);

        assertThat(consumers()).isEmpty();
    }

    @Test
    void moreDifferentStatementsThanAreKeptDoNoHarm() {
        for (int i = 0; i < 200; i++) {
            int number = i;
            assertThat(
                            database.<List<Integer>>read(
                                    session ->
                                            session.list("SELECT " + number, row -> row.getInt(1))))
                    .containsExactly(number);
        }
    }

    @Test
    void manyReadersAndWritersGetThrough() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String consumer = "c" + i;
                calls.add(
                        threads.submit(
                                () -> {
                                    database.write(session -> insert(session, consumer, 1));
                                    assertThat(consumers()).contains(consumer);
                                    return 1;
                                }));
            }
            for (Future<Integer> call : calls) {
                assertThat(call.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClosedDatabaseRefusesToReadAndToWrite() {
        SqliteDatabase other = SqliteDatabase.open(directory.resolve("other.db"));
        other.close();

        assertThatThrownBy(() -> other.write(session -> insert(session, "a", 1)))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> other.read(session -> session.list("SELECT 1", row -> 1)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aDatabaseThatIsClosedIsOneFileAgain() {
        Path file = directory.resolve("other.db");
        SqliteDatabase other = SqliteDatabase.open(file);
        other.write(session -> insert(session, "a", 1));
        other.close();
        other.close();

        assertThat(directory).isDirectoryContaining(path -> path.equals(file));
        assertThat(directory).isDirectoryNotContaining("glob:**other.db-*");
    }

    @Test
    void theLogIsCopiedIntoTheFileWithoutAnyoneAsking() {
        Path file = directory.resolve("deep/below/test.db");
        database.write(session -> insert(session, "x".repeat(4 << 20), 1));

        await().untilAsserted(() -> assertThat(Files.size(file)).isGreaterThan(4L << 20));
    }

    @Test
    void aDatabaseOfANewerReleaseIsRefused() {
        Path file = directory.resolve("newer.db");
        try (SqliteDatabase newer = SqliteDatabase.open(file)) {
            newer.write(session -> session.update("PRAGMA user_version = 99"));
        }

        assertThatThrownBy(() -> SqliteDatabase.open(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("99");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws Exception {
        Path file = directory.resolve("text.db");
        Files.writeString(file, "This is no database at all. ".repeat(100));

        assertThatThrownBy(() -> SqliteDatabase.open(file)).isInstanceOf(Unavailable.class);
    }

    @Test
    void itsFilesAreTheirOwnersAlone() throws Exception {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        database.write(session -> insert(session, "a", 1));
        Path folder = directory.resolve("deep/below");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
        assertThat(Files.getPosixFilePermissions(folder))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aMarkerSaysThatItIsOpen() {
        Path marker = directory.resolve("deep/below/test.db-open");
        assertThat(marker).exists();

        database.close();

        assertThat(marker).doesNotExist();
    }

    @Test
    void aMarkerIsNotWithoutALogWhateverBecomesOfOtherConnections() {
        Path log = directory.resolve("deep/below/test.db-wal");

        database.write(session -> insert(session, "a", 1));
        // A failed read closes its connection, and a failed commit that of the writer.
        assertThatThrownBy(() -> database.read(session -> session.list("SELECT nothing", row -> 1)))
                .isInstanceOf(Unavailable.class);

        assertThat(log).exists();
    }

    @Test
    void aDatabaseThatDoesNotFitItsLogIsRefused() throws Exception {
        Path file = directory.resolve("left/test.db");
        leaveWithoutLog(file);

        assertThatThrownBy(() -> SqliteDatabase.open(file))
                .isInstanceOf(NotOpened.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("copy");
    }

    /** A database in the middle of being copied, whose log is gone then. */
    private void leaveWithoutLog(Path file) throws Exception {
        database.close();
        Path whole = directory.resolve("deep/below/test.db");
        Files.createDirectories(file.getParent());
        byte[] pages = Files.readAllBytes(whole);
        // The second page, of a table or an index, is that of a database that is empty yet.
        Arrays.fill(pages, 4_096, 8_192, (byte) 0);
        Files.write(file, pages);
        new DatabaseFiles(file).markOpen();
    }

    @Test
    void aDatabaseWithoutItsLogIsOpenedIfItIsWhole() throws Exception {
        database.write(session -> insert(session, "a", 1));
        database.close();
        Path file = directory.resolve("deep/below/test.db");
        new DatabaseFiles(file).markOpen();

        database = SqliteDatabase.open(file);

        assertThat(consumers()).containsExactly("a");
    }
}
