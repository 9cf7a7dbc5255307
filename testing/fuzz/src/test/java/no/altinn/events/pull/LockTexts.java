package no.altinn.events.pull;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.DeliveryKey;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Texts of locks for the fuzzer, in the one package that can read locks. */
public final class LockTexts {
    private static final int SUBSCRIPTION = 7;

    private LockTexts() {}

    /** Checks that a text which names a lock is that lock's own text. */
    public static void property(String text) {
        LockToken.of(text, SUBSCRIPTION)
                .ifPresent(
                        lock -> {
                            assertThat(lock.text()).isEqualTo(text);
                            assertThat(lock.state().token()).isNotEmpty();
                        });
    }

    /** The text of a lock. */
    public static String sample() {
        return LockToken.begun(
                        new DeliveryKey(SUBSCRIPTION, "A".repeat(43)),
                        1,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Duration.ofMinutes(1),
                        new Random(1))
                .text();
    }
}
