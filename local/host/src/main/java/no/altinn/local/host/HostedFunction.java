package no.altinn.local.host;

import java.util.Optional;

/**
 * One function of an app, ready to be fired. Immutable.
 *
 * @param name the value of {@code @FunctionName}, unique without regard to case
 * @param retry the policy of {@code @FixedDelayRetry} or {@code @ExponentialBackoffRetry}
 */
public record HostedFunction(
        String name, Trigger trigger, Optional<RetryPolicy> retry, EntryPoint entryPoint) {
    /**
     * The trigger of a function that is known to have one of this kind.
     *
     * @throws IllegalArgumentException if another kind fires the function
     */
    public <T extends Trigger> T trigger(Class<T> kind) {
        if (!kind.isInstance(trigger)) {
            throw new IllegalArgumentException(
                    "%s is fired by %s, not by %s"
                            .formatted(
                                    name,
                                    trigger.getClass().getSimpleName(),
                                    kind.getSimpleName()));
        }
        return kind.cast(trigger);
    }
}
