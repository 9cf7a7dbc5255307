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
 * How often a call to Cosmos DB is attempted, and how long one attempt may take. The SDK repeats
 * reads by itself, but never writes: it cannot know what a repeated write does. Delays are
 * Reactor's own, so no thread waits for them. Immutable.
 *
 * @param timeout after this time an attempt counts as failed, although the account may still carry
 *     it out
 * @param maxAttempts how many attempts are made, 1 and up
 * @param firstDelay before the second attempt; doubled before each further one, and up to a half
 *     longer by chance
 * @param longestDelay the doubling ends here; a delay that the account asks for may be longer
 */
public record RetryPolicy(
        Duration timeout, int maxAttempts, Duration firstDelay, Duration longestDelay) {
    /**
     * The policy of writes: eight attempts, so about 20 s in all with a timeout of 2 s.
     *
     * @param timeout how long each attempt may take
     */
    public static RetryPolicy ofWrites(Duration timeout) {
        return new RetryPolicy(timeout, 8, Duration.ofMillis(50), Duration.ofSeconds(2));
    }

    /** The policy of reads: four attempts, about 30 s in all. */
    public static final RetryPolicy OF_READS =
            new RetryPolicy(
                    Duration.ofSeconds(10), 4, Duration.ofMillis(50), Duration.ofSeconds(2));

    /**
     * Repeats a call until Cosmos DB answers it.
     *
     * @param attempt makes one attempt
     * @return the answer, or the last attempt's failure
     */
    public <T> Mono<T> call(Supplier<Mono<T>> attempt) {
        return call(doubtful -> attempt.get());
    }

    /**
     * Repeats a write until it is settled whether it was done. An attempt whose answer was lost may
     * have been carried out. The attempt after it then fails on the document that the lost one has
     * written, and only a look at that document tells.
     *
     * @param write makes one attempt
     * @param wasDone called with the refusal of an attempt that follows a lost one; whether the
     *     lost one was carried out
     * @return {@link WriteOutcome#DONE} if any attempt was carried out, else the last attempt's
     *     outcome; or the last attempt's failure
     */
    public Mono<WriteOutcome> settled(
            Supplier<Mono<WriteOutcome>> write, Function<WriteOutcome, Mono<Boolean>> wasDone) {
        return call(
                doubtful ->
                        write.get()
                                .flatMap(
                                        outcome ->
                                                doubtful && outcome != WriteOutcome.DONE
                                                        ? checked(outcome, wasDone)
                                                        : Mono.just(outcome)));
    }

    private static Mono<WriteOutcome> checked(
            WriteOutcome refusal, Function<WriteOutcome, Mono<Boolean>> wasDone) {
        return wasDone.apply(refusal).map(done -> done ? WriteOutcome.DONE : refusal);
    }

    /**
     * Repeats a call until Cosmos DB answers it.
     *
     * @param attempt makes one attempt; its argument is whether an attempt before has failed in
     *     such a way that it may have been carried out
     * @return the answer, or the last attempt's failure
     */
    public <T> Mono<T> call(Function<Boolean, Mono<T>> attempt) {
        return Mono.defer(
                () -> {
                    AtomicBoolean doubtful = new AtomicBoolean();
                    return Mono.defer(() -> attempt.apply(doubtful.get()))
                            .timeout(timeout)
                            .doOnError(e -> noteDoubt(new CosmosFailure(e), doubtful))
                            .retryWhen(Retry.from(this::pauses));
                });
    }

    private static void noteDoubt(CosmosFailure failure, AtomicBoolean doubtful) {
        if (failure.mayBeDone()) {
            doubtful.set(true);
        }
    }

    private Flux<Long> pauses(Flux<Retry.RetrySignal> failures) {
        return failures.concatMap(
                failed -> {
                    CosmosFailure failure = new CosmosFailure(failed.failure());
                    boolean again = failure.isPassing() && failed.totalRetries() + 1 < maxAttempts;
                    return again
                            ? Mono.delay(pause(failed.totalRetries(), failure.pause()))
                            : Mono.error(failed.failure());
                });
    }

    /** Up to a half longer by chance, so that calls that were refused together come apart. */
    private Duration pause(long retries, Duration asked) {
        Duration doubled = firstDelay.multipliedBy(1L << Math.min(retries, 20));
        Duration due = doubled.compareTo(longestDelay) < 0 ? doubled : longestDelay;
        Duration longer = due.compareTo(asked) < 0 ? asked : due;
        return longer.plusMillis(ThreadLocalRandom.current().nextLong(longer.toMillis() / 2 + 1));
    }
}
