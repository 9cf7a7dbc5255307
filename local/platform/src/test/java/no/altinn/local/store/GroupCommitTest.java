package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

final class GroupCommitTest {
    @TempDir private Path directory;
    private final BrokenLock writing = new BrokenLock();
    private GroupCommit commits;

    /** Throws an error as often as a test says. */
    private static final class BrokenLock extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        private final AtomicInteger broken = new AtomicInteger();

        @Override
        public void lock() {
            if (broken.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new OutOfMemoryError("for a test");
            }
            super.lock();
        }
    }

    @BeforeEach
    void open() {
        Path file = directory.resolve("test.db");
        commits = new GroupCommit(new Session(new Connections(file)::forWriting), writing);
        commits.start();
    }

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void aGroupThatCannotEvenBeginFailsAndTheNextIsWritten() {
        writing.broken.set(2);

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> commits.write(session -> 1))
                    .withCauseInstanceOf(OutOfMemoryError.class);
        }

        int written = commits.write(session -> 2);
        assertThat(written).isEqualTo(2);
    }

    @Test
    void workThatThrowsAnErrorFailsAlone() {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(
                        () ->
                                commits.write(
                                        session -> {
                                            throw new StackOverflowError();
                                        }));

        int written = commits.write(session -> 2);
        assertThat(written).isEqualTo(2);
    }
}
