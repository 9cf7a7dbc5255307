package no.altinn.events.filter;

/** Is told when a filter cannot be evaluated for an event. Implementations are thread-safe. */
@FunctionalInterface
public interface FilterErrors {
    /** Ignores all errors. */
    FilterErrors IGNORED = () -> {};

    /** An expression ended in an error, or in a value that is neither true nor false. */
    void failed();
}
