package no.altinn.platform.azure.cosmos;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How long one attempt of a call may take, and how often it is made. The SDK repeats reads of its
 * own accord, writes never: it cannot know what repeating them does.
 *
 * @param bound after this an attempt counts as failed, whatever comes of it
 * @param most how many attempts are made, 1 and up
 * @param firstPause before the second attempt; doubled before each one that follows
 * @param longestPause but no pause is longer, unless the account asks for one
 */
public record Attempts(Duration bound, int most, Duration firstPause, Duration longestPause) {
    /**
     * Of writes: eight, so about 20 s in all where each may take 2 s.
     *
     * @param bound how long each attempt may take
     */
    public static Attempts ofWrites(Duration bound) {
        return new Attempts(bound, 8, Duration.ofMillis(50), Duration.ofSeconds(2));
    }

    /** Of reads: about 30 s in all. */
    public static final Attempts OF_READS =
            new Attempts(Duration.ofSeconds(10), 4, Duration.ofMillis(50), Duration.ofSeconds(2));

    /**
     * Repeats a call until Cosmos DB answers it.
     *
     * @param call makes one attempt
     * @return the answer, or the last attempt's failure
     */
    public <T> Mono<T> of(Supplier<Mono<T>> call) {
        return of(doubtful -> call.get());
    }

    /**
     * Repeats a write until it is settled whether it was done. An attempt whose answer was lost may
     * have been carried out. The attempt after it then fails on the document that the lost one has
     * written, and only a look at that document tells.
     *
     * @param write makes one attempt
     * @param wasDone called with the refusal of an attempt that follows a lost one; whether the
     *     lost one was carried out
     * @return {@link Outcome#DONE} if any attempt was carried out, else the last attempt's outcome;
     *     or the last attempt's failure
     */
    public Mono<Outcome> settled(
            Supplier<Mono<Outcome>> write, Function<Outcome, Mono<Boolean>> wasDone) {
        return of(
                doubtful ->
                        write.get()
                                .flatMap(
                                        outcome ->
                                                doubtful && outcome != Outcome.DONE
                                                        ? checked(outcome, wasDone)
                                                        : Mono.just(outcome)));
    }

    private static Mono<Outcome> checked(
            Outcome refusal, Function<Outcome, Mono<Boolean>> wasDone) {
        return wasDone.apply(refusal).map(done -> done ? Outcome.DONE : refusal);
    }

    /**
     * Repeats a call until Cosmos DB answers it.
     *
     * @param call makes one attempt; its argument is whether an attempt before has failed in such a
     *     way that it may have been carried out
     * @return the answer, or the last attempt's failure
     */
    public <T> Mono<T> of(Function<Boolean, Mono<T>> call) {
        return Mono.defer(
                () -> {
                    AtomicBoolean doubtful = new AtomicBoolean();
                    return Mono.defer(() -> call.apply(doubtful.get()))
                            .timeout(bound)
                            .doOnError(e -> noteDoubt(new Failure(e), doubtful))
                            .retryWhen(Retry.from(this::pauses));
                });
    }

    private static void noteDoubt(Failure failure, AtomicBoolean doubtful) {
        if (failure.mayBeDone()) {
            doubtful.set(true);
        }
    }

    private Flux<Long> pauses(Flux<Retry.RetrySignal> failures) {
        return failures.concatMap(
                failed -> {
                    Failure failure = new Failure(failed.failure());
                    boolean again = failure.isPassing() && failed.totalRetries() + 1 < most;
                    return again
                            ? Mono.delay(pause(failed.totalRetries(), failure.pause()))
                            : Mono.error(failed.failure());
                });
    }

    /** Up to a half more than what is due, so that those who were refused together come apart. */
    private Duration pause(long retries, Duration asked) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(retries, 20));
        Duration due = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
        Duration longer = due.compareTo(asked) < 0 ? asked : due;
        return longer.plusMillis(ThreadLocalRandom.current().nextLong(longer.toMillis() / 2 + 1));
    }
}
