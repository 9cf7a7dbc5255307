package no.altinn.local.host;

import com.microsoft.azure.functions.annotation.ExponentialBackoffRetry;
import com.microsoft.azure.functions.annotation.FixedDelayRetry;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;

/**
 * How often, and after how long, the host fires a function again that threw. Immutable.
 *
 * @param maxRetries the retries after the first run; below zero for no end
 * @param minimum the wait before the first retry; it doubles with every further one
 * @param maximum the longest wait, not below the minimum
 */
public record RetryPolicy(int maxRetries, Duration minimum, Duration maximum) {
    // 2^30 of anything is more than any maximum, and the shift cannot overflow.
    private static final int MAX_DOUBLINGS = 30;

    /** Checks the bounds. */
    public RetryPolicy {
        if (minimum.isNegative() || maximum.compareTo(minimum) < 0) {
            throw new IllegalArgumentException(
                    "A retry interval from %s to %s is none".formatted(minimum, maximum));
        }
    }

    /**
     * The policy that a function's annotation asks for.
     *
     * @throws IllegalArgumentException if an interval is not a time span ({@code hh:mm:ss})
     */
    static Optional<RetryPolicy> of(Method function) {
        ExponentialBackoffRetry backoff = function.getAnnotation(ExponentialBackoffRetry.class);
        if (backoff != null) {
            return Optional.of(
                    new RetryPolicy(
                            backoff.maxRetryCount(),
                            TimeSpan.parse(backoff.minimumInterval()),
                            TimeSpan.parse(backoff.maximumInterval())));
        }
        FixedDelayRetry fixed = function.getAnnotation(FixedDelayRetry.class);
        if (fixed != null) {
            Duration delay = TimeSpan.parse(fixed.delayInterval());
            return Optional.of(new RetryPolicy(fixed.maxRetryCount(), delay, delay));
        }
        return Optional.empty();
    }

    /**
     * The wait before a retry.
     *
     * @param retry 1 for the first retry
     * @return empty if the policy has no such retry
     */
    public Optional<Duration> delay(int retry) {
        if (maxRetries >= 0 && retry > maxRetries) {
            return Optional.empty();
        }
        Duration delay = minimum.multipliedBy(1L << Math.min(retry - 1, MAX_DOUBLINGS));
        return Optional.of(delay.compareTo(maximum) < 0 ? delay : maximum);
    }
}
