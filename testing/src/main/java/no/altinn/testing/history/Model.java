package no.altinn.testing.history;

import java.util.Collection;
import java.util.Optional;

/**
 * The thing that callers call, as it answers one call after another.
 *
 * @param <S> a state; equal states have equal futures
 * @param <I> the questions
 * @param <O> the answers
 */
public interface Model<S, I, O> {
    /** The state before the first call. */
    S initial();

    /**
     * The states in which a call may leave a state.
     *
     * @param output what was answered; empty for a call of which nothing came back
     * @return none if the call cannot be answered so in this state
     */
    Collection<S> after(S state, I input, Optional<O> output);
}
