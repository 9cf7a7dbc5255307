package no.altinn.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.testing.log.CapturedLog;

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
    void aTaskThatFailsIsTriedAgainButNotForEver() {
        WarmUp warmUp = new WarmUp(Runnable::run);
        List<String> tries = new ArrayList<>();
        List<String> vain = new ArrayList<>();

        try (CapturedLog log = CapturedLog.of(WarmUp.class)) {
            warmUp.begin(
                    "a store",
                    () -> {
                        tries.add("try");
                        if (tries.size() < 3) {
                            throw new IllegalStateException("a secret");
                        }
                    });
            warmUp.begin(
                    "a vault",
                    () -> {
                        vain.add("try");
                        throw new IllegalStateException("a secret");
                    });

            assertThat(tries).hasSize(3);
            assertThat(vain).hasSize(4);
            assertThat(log.lines())
                    .as("each is told once")
                    .hasSize(2)
                    .noneMatch(line -> line.contains("a secret"));
        }
    }

    @Test
    void aClassThatIsMissingIsToldAndNotTriedAgain() {
        List<String> tries = new ArrayList<>();

        try (CapturedLog log = CapturedLog.of(WarmUp.class)) {
            new WarmUp(Runnable::run)
                    .begin(
                            "a library",
                            () -> {
                                tries.add("try");
                                throw new NoClassDefFoundError("some/Library");
                            });

            assertThat(tries).hasSize(1);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("a library failed: NoClassDefFoundError");
        }
    }

    @Test
    void whatTheFirstCallDoesNotNeedIsBegunLater() {
        AtomicReference<Thread> soon = new AtomicReference<>();
        AtomicReference<Thread> later = new AtomicReference<>();
        WarmUp warmUp = WarmUp.inBackground();

        warmUp.beginLater("another store", () -> later.set(Thread.currentThread()));
        warmUp.begin("a store", () -> soon.set(Thread.currentThread()));

        await().until(() -> soon.get() != null);
        assertThat(later).hasNullValue();
        await().until(() -> later.get() != null);
        assertThat(later.get().isDaemon()).isTrue();
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
