package no.altinn.local.store.wal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An open database whose log is copied only when asked. What lies on the disk at any moment is what
 * a process leaves that is killed then, so {@link #leave} makes a folder like that.
 */
final class LiveDatabase implements AutoCloseable {
    private static final int LARGE = 20_000;

    private final Path folder;
    private final DatabaseFiles files;
    private final Connection connection;

    LiveDatabase(Path folder) throws SQLException, IOException {
        this.folder = Files.createDirectories(folder.resolve("live"));
        this.files = new DatabaseFiles(this.folder.resolve("events.db"));
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + files.database());
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA wal_autocheckpoint = 0");
        run("CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT)");
    }

    /** Commits a number of rows, each in a transaction of several pages. */
    LiveDatabase commit(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            run("INSERT INTO t (text) VALUES ('" + "x".repeat(LARGE) + "')");
        }
        return this;
    }

    /** Copies the log into the database; the next commit makes the log start over. */
    LiveDatabase copyLog() throws SQLException {
        return run("PRAGMA wal_checkpoint(PASSIVE)");
    }

    LiveDatabase run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /** The folder that a kill leaves now. */
    DatabaseFiles leave() throws IOException {
        DatabaseFiles left = copyOf("left");
        left.markOpen();
        return left;
    }

    /** A copy that somebody makes now of the folder of a running platform. */
    DatabaseFiles copy() throws IOException {
        DatabaseFiles copy = copyOf("copy");
        files.markOpen();
        Files.copy(
                files.marker().file(), copy.marker().file(), StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    private DatabaseFiles copyOf(String name) throws IOException {
        Path target = Files.createDirectories(folder.resolveSibling(name));
        DatabaseFiles copy = new DatabaseFiles(target.resolve("events.db"));
        copyTo(files.database(), copy.database());
        copyTo(files.log(), copy.log());
        copyIndexTo(copy);
        return copy;
    }

    /** Copies the index alone, which is how it is newer than the log in a copy. */
    void copyIndexTo(DatabaseFiles copy) throws IOException {
        copyTo(files.index(), copy.index());
    }

    private static void copyTo(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    DatabaseFiles files() {
        return files;
    }

    /** Changes one byte. */
    static void damage(Path file, long at) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) ~one.get(0)).rewind();
            channel.write(one, at);
        }
    }

    static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
