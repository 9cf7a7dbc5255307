package no.altinn.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class WarmUpTest {
    @Test
    void whoBeginsATaskDoesNotWaitForIt() {
        List<Runnable> begun = new ArrayList<>();
        List<String> done = new ArrayList<>();

        new WarmUp(begun::add).begin("a store", () -> done.add("a store"));

        assertThat(done).isEmpty();
        begun.forEach(Runnable::run);
        assertThat(done).containsExactly("a store");
    }

    @Test
    void aTaskThatFailsIsNobodysFailure() {
        WarmUp warmUp = new WarmUp(Runnable::run);
        List<String> done = new ArrayList<>();

        warmUp.begin(
                "a store",
                () -> {
                    throw new IllegalStateException("away");
                });
        warmUp.begin(
                "a library",
                () -> {
                    throw new NoClassDefFoundError("some/Library");
                });
        warmUp.begin("another store", () -> done.add("another store"));

        assertThat(done).containsExactly("another store");
    }

    @Test
    void theThreadDoesNotHoldTheProcessAndFindsTheAppsLibraries() {
        AtomicReference<Thread> seen = new AtomicReference<>(Thread.currentThread());

        WarmUp.inBackground().begin("a store", () -> seen.set(Thread.currentThread()));

        await().until(() -> seen.get() != Thread.currentThread());
        assertThat(seen.get().isDaemon()).isTrue();
        assertThat(seen.get().getContextClassLoader()).isSameAs(WarmUp.class.getClassLoader());
    }
}
