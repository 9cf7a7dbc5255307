package no.altinn.events.subscription;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a subscription is served: what changes while it lives. Immutable.
 *
 * @param failingSince when the first failure after the last success was; empty after a success
 * @param ratePerMinute how many events a minute its endpoint takes, 1 to 60 000; empty for any
 * @param keys what its calls are signed with, as the signing rules write it; empty before the first
 */
public record Serving(
        Standing standing,
        Optional<Instant> failingSince,
        Breaker breaker,
        OptionalInt ratePerMinute,
        String keys) {

    /** That of a new subscription. */
    public static final Serving NEW =
            new Serving(Standing.ACTIVE, Optional.empty(), Breaker.CLOSED, OptionalInt.empty(), "");

    public Serving with(Standing other) {
        return new Serving(other, failingSince, breaker, ratePerMinute, keys);
    }

    public Serving with(Breaker other) {
        return new Serving(standing, failingSince, other, ratePerMinute, keys);
    }

    public Serving withFailingSince(Optional<Instant> other) {
        return new Serving(standing, other, breaker, ratePerMinute, keys);
    }

    public Serving withRatePerMinute(OptionalInt other) {
        return new Serving(standing, failingSince, breaker, other, keys);
    }

    public Serving withKeys(String other) {
        return new Serving(standing, failingSince, breaker, ratePerMinute, other);
    }

    /** When the endpoint is to be tried, if it is left alone. */
    public Optional<Instant> probeAt() {
        return breaker.accept(
                new Breaker.Visitor<>() {
                    @Override
                    public Optional<Instant> closed(Breaker.Closed closed) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Instant> open(Breaker.Open open) {
                        return Optional.of(open.until());
                    }

                    @Override
                    public Optional<Instant> halfOpen(Breaker.HalfOpen halfOpen) {
                        return Optional.of(halfOpen.until());
                    }
                });
    }
}
