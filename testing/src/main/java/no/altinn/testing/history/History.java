package no.altinn.testing.history;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Notes calls that several callers make at once. Thread-safe. */
public final class History<I, O> {
    private final AtomicLong moment = new AtomicLong();
    private final ConcurrentLinkedQueue<Call<I, O>> calls = new ConcurrentLinkedQueue<>();

    /** Makes a call. If it throws, it counts as a call of which nothing came back. */
    public O of(I input, Supplier<O> call) {
        long begun = moment.incrementAndGet();
        try {
            O output = call.get();
            calls.add(Call.answered(input, output, begun, moment.incrementAndGet()));
            return output;
        } catch (RuntimeException e) {
            calls.add(Call.unanswered(input, begun));
            throw e;
        }
    }

    /**
     * Makes a call of which nothing may come back.
     *
     * @param lost the exception of a call of which nothing came back
     * @return what was answered; empty if nothing came back
     */
    public Optional<O> tried(I input, Supplier<O> call, Class<? extends RuntimeException> lost) {
        try {
            return Optional.of(of(input, call));
        } catch (RuntimeException e) {
            if (!lost.isInstance(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Makes a call whose effect may come later than its answer. */
    public void ofLateEffect(I input, Runnable call) {
        calls.add(Call.unanswered(input, moment.incrementAndGet()));
        call.run();
    }

    /** The calls so far. */
    public List<Call<I, O>> calls() {
        return List.copyOf(calls);
    }
}
