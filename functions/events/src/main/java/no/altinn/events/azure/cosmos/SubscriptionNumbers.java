package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;

import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;
import no.altinn.platform.json.Json;

import reactor.core.publisher.Mono;

/**
 * Gives out the numbers of subscriptions, from 1 on. No number is given out twice: a number whose
 * answer was lost is never used. Thread-safe.
 */
final class SubscriptionNumbers {
    private static final String COUNTER = "subscription";
    private static final String HAS_NEXT = "FROM c WHERE c.number < " + Integer.MAX_VALUE;

    private final Documents counters;
    private final RetryPolicy writing;

    SubscriptionNumbers(Documents counters, RetryPolicy writing) {
        this.counters = counters;
        this.writing = writing;
    }

    Mono<Integer> next() {
        return incremented()
                .switchIfEmpty(Mono.defer(() -> begun().then(incremented())))
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("There is no number left.")));
    }

    private Mono<Integer> incremented() {
        CosmosPatchOperations one = CosmosPatchOperations.create().increment("/number", 1L);
        return writing.call(() -> counters.patched(COUNTER, key(), one, HAS_NEXT))
                .map(counter -> counter.number("number"));
    }

    /** Of callers that begin at the same time, one creates the counter and the others find it. */
    private Mono<WriteOutcome> begun() {
        return writing.call(
                () -> counters.create(Json.object().put("id", COUNTER).put("number", 0), key()));
    }

    /** Made anew each time: kept in a constant, it would load half of the SDK at a cold start. */
    private static PartitionKey key() {
        return new PartitionKey(COUNTER);
    }
}
