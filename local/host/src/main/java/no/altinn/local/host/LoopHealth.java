package no.altinn.local.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of the loops of this process, and of the functions that they fire, fail at present. A
 * failure counts until the next success, but for two minutes at most: a loop that goes on failing
 * is heard of more often, and a function may not be fired again. Thread-safe.
 */
public final class LoopHealth {
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Map<String, Failing> failing = new ConcurrentHashMap<>();
    private final Clock clock;

    /** The health of loops of which none has failed yet. */
    public LoopHealth(Clock clock) {
        this.clock = clock;
    }

    /**
     * A loop or function whose last turn failed.
     *
     * @param name the loop's or the function's
     * @param since when the first of the failures in a row was
     * @param last when the last of them was
     * @param failures how many there were in a row, 1 and up
     * @param reason the kind of the last failure, without its text
     */
    public record Failing(String name, Instant since, Instant last, int failures, String reason) {}

    /** A turn has gone well. */
    public void succeeded(String name) {
        failing.remove(name);
    }

    /** A turn has failed. Throws nothing: without memory there may be none to tell of it. */
    public void failed(String name, Throwable failure) {
        try {
            note(name, failure);
        } catch (RuntimeException | Error e) {
            // The loop must go on whether its failure is told or not.
        }
    }

    private void note(String name, Throwable failure) {
        Instant now = clock.instant();
        failing.compute(
                name,
                (same, before) -> {
                    boolean isFirst = before == null || isOld(before);
                    return new Failing(
                            name,
                            isFirst ? now : before.since(),
                            now,
                            isFirst ? 1 : before.failures() + 1,
                            failure.getClass().getSimpleName());
                });
    }

    /** What fails at present, by name; empty when all is well. */
    public List<Failing> failing() {
        return failing.values().stream()
                .filter(one -> !isOld(one))
                .sorted(Comparator.comparing(Failing::name))
                .toList();
    }

    private boolean isOld(Failing one) {
        return one.last().plus(FRESH).isBefore(clock.instant());
    }
}
