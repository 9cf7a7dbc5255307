package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

@Isolated("Other platforms of the process would write into the log that is read here.")
final class CheckpointsTest {
    private static final int FAILURES = 3;

    private final CapturedLog log = CapturedLog.of(Checkpoints.class);
    private final AtomicInteger attempts = new AtomicInteger();

    @TempDir private Path directory;

    @AfterEach
    void listenNoMore() {
        log.close();
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
                await().until(() -> log.lines().size() >= 2);
            } finally {
                checkpoints.close();
            }
        }
        assertThat(attempts).hasValueGreaterThan(FAILURES);
        assertThat(log.lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("cannot be copied"),
                        last -> assertThat(last).contains("copied again"));
    }
}
