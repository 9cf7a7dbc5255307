package no.altinn.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

final class CallThreadsTest {
    @Test
    void threadsHaveNamesAndDoNotKeepTheProcessAlive() {
        CompletableFuture<Thread> thread =
                CompletableFuture.supplyAsync(Thread::currentThread, CallThreads.named("calls", 1));

        assertThat(thread.join().getName()).isEqualTo("calls-1");
        assertThat(thread.join().isDaemon()).isTrue();
    }

    @Test
    void beyondTheMostWorkIsRefused() {
        Executor threads = CallThreads.named("calls", 1);
        CompletableFuture<String> end = new CompletableFuture<>();
        threads.execute(end::join);

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> threads.execute(() -> {}));
        end.complete("ended");
    }
}
