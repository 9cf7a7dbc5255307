package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

final class CheckpointsTest {
    private static final int FAILURES = 3;

    private final Logger logger = Logger.getLogger(Checkpoints.class.getName());
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(entry.getLevel() + " " + entry.getMessage());
                }

                @Override
                public void flush() {
                    // Nothing is held back.
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };

    @TempDir private Path directory;

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
    }

    private Connection openAtLast(Path file) throws SQLException {
        int attempt = attempts.incrementAndGet();
        if (attempt == 1) {
            throw new StackOverflowError("A scheduled task that throws it is not run again.");
        }
        if (attempt <= FAILURES) {
            throw new SQLException("The disk is full.");
        }
        return new Connections(file).forCheckpoints();
    }

    @Test
    void aDiskThatStaysFullIsToldOnceAndThatItHasRoomAgainToo() throws Exception {
        Path file = Files.createFile(directory.resolve("test.db"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Checkpoints checkpoints =
                    new Checkpoints(
                            new Session(() -> openAtLast(file)), new ReentrantLock(), channel);
            try {
                await().until(() -> logged.size() >= 2);
            } finally {
                checkpoints.close();
            }
        }
        assertThat(attempts).hasValueGreaterThan(FAILURES);
        assertThat(logged)
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("WARNING", "cannot be copied"),
                        last -> assertThat(last).contains("INFO", "copied again"));
    }
}
