package no.altinn.events.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a failed attempt changes in how its subscription is served. Immutable.
 *
 * @param at when the attempt began
 * @param now when it is over
 * @param attempt which attempt of its delivery it was, 1 and up
 * @param isProbe whether it was to find out if the endpoint takes events again
 * @param opensBreaker whether the endpoint has failed so often that it is left alone
 * @param retryAfter when the endpoint wants to be called again, if it said so
 */
public record Failing(
        Instant at,
        Instant now,
        int attempt,
        boolean isProbe,
        boolean opensBreaker,
        Optional<Instant> retryAfter) {
    /** For how long an endpoint fails before its subscription is paused. */
    public static final Duration PATIENCE = Duration.ofDays(5);

    /** For how long an endpoint is left alone at most because it asked for that. */
    public static final Duration LONGEST_REST = Duration.ofHours(1);

    /** Whether it may change anything, as far as is known: then the store is asked. */
    public boolean changes(Serving known) {
        return known.failingSince().isEmpty()
                || isProbe
                || opensBreaker
                || retryAfter.isPresent()
                || pauses(known);
    }

    private boolean pauses(Serving serving) {
        return serving.standing() instanceof Standing.Active
                && attempt >= 2
                && serving.failingSince()
                        .filter(since -> !now.isBefore(since.plus(PATIENCE)))
                        .isPresent();
    }

    /** How the subscription is served afterwards. */
    public Serving of(Serving before, RandomGenerator random) {
        Serving failing = before.withFailingSince(before.failingSince().or(() -> Optional.of(at)));
        if (pauses(failing)) {
            // What is paused is not called, so there is nothing to try.
            return failing.with(new Standing.Paused(PauseReason.FAILING, now)).with(Breaker.CLOSED);
        }
        boolean isServed = failing.standing() instanceof Standing.Active;
        return isServed ? failing.with(breaker(failing.breaker(), random)) : failing;
    }

    private Breaker breaker(Breaker before, RandomGenerator random) {
        return before.accept(
                new Breaker.Visitor<>() {
                    @Override
                    public Breaker closed(Breaker.Closed closed) {
                        return opensBreaker ? opened(1) : resting(closed, 1, Instant.MIN);
                    }

                    @Override
                    public Breaker open(Breaker.Open open) {
                        return resting(open, open.opens(), open.until());
                    }

                    @Override
                    public Breaker halfOpen(Breaker.HalfOpen halfOpen) {
                        return isProbe ? opened(halfOpen.opens() + 1) : halfOpen;
                    }

                    private Breaker opened(int opens) {
                        Instant until = now.plus(BreakerWaits.of(opens, random));
                        return resting(new Breaker.Open(until, opens), opens, until);
                    }
                });
    }

    /** Open for longer, if the endpoint asked for that; else as it is. */
    private Breaker resting(Breaker breaker, int opens, Instant until) {
        Instant latest = now.plus(LONGEST_REST);
        return retryAfter
                .map(asked -> asked.isBefore(latest) ? asked : latest)
                .filter(until::isBefore)
                .<Breaker>map(asked -> new Breaker.Open(asked, opens))
                .orElse(breaker);
    }
}
