package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.azure.cosmos.Attempts;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Item;
import no.altinn.platform.azure.cosmos.Items;
import no.altinn.platform.azure.cosmos.Outcome;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Subscriptions in Cosmos DB. A subscription is written in the partition of its resource, where
 * matching looks for it; by its number it is found through the index of all partitions. Every read
 * is of the newest state: one that has just been made must match, and its owner must find it.
 * Thread-safe.
 */
final class CosmosSubscriptionStore implements SubscriptionStore {
    private static final int PAGE_SIZE = 1_000;

    private final Items items;
    private final SubscriptionNumbers numbers;
    private final Attempts writing;

    CosmosSubscriptionStore(Items subscriptions, Items counters, Attempts writing) {
        this.items = subscriptions;
        this.numbers = new SubscriptionNumbers(counters, writing);
        this.writing = writing;
    }

    @Override
    public Subscription add(NewSubscription wanted, Instant now) {
        return items.await(existingOrNew(wanted, now)).orElseThrow();
    }

    private Mono<Subscription> existingOrNew(NewSubscription wanted, Instant now) {
        return existing(wanted).switchIfEmpty(Mono.defer(() -> created(wanted, now)));
    }

    private Mono<Subscription> existing(NewSubscription wanted) {
        return Attempts.OF_READS
                .of(
                        () ->
                                items.read(
                                        Consistency.STRONG,
                                        wanted.fingerprint(),
                                        SubscriptionDocument.key(wanted.filters().resource())))
                .map(SubscriptionDocument::read);
    }

    private Mono<Subscription> created(NewSubscription wanted, Instant now) {
        return numbers.next()
                .map(
                        number ->
                                new Subscription(
                                        number,
                                        wanted.endPoint(),
                                        wanted.filters(),
                                        wanted.consumer(),
                                        now,
                                        new ValidationState.Pending(1, now)))
                .flatMap(subscription -> created(wanted, subscription, now));
    }

    /** Refused: somebody else was faster, or an attempt before was carried out after all. */
    private Mono<Subscription> created(
            NewSubscription wanted, Subscription subscription, Instant now) {
        return writing.of(
                        () ->
                                items.create(
                                        SubscriptionDocument.write(wanted, subscription),
                                        SubscriptionDocument.key(wanted.filters().resource())))
                .flatMap(
                        outcome ->
                                outcome == Outcome.REFUSED
                                        ? existingOrNew(wanted, now)
                                        : Mono.just(subscription));
    }

    @Override
    public Optional<Subscription> find(int id) {
        return items.await(item(id)).map(SubscriptionDocument::read);
    }

    private Mono<Item> item(int id) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT * FROM c WHERE c.number = @id", new SqlParameter("@id", id));
        Mono<Item> first =
                items.query(Consistency.STRONG, sql, 1).flatMapIterable(Function.identity()).next();
        return Attempts.OF_READS.of(() -> first);
    }

    @Override
    public List<Subscription> ofConsumer(String consumer) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT * FROM c WHERE c.consumer = @consumer ORDER BY c.number",
                        new SqlParameter("@consumer", consumer));
        return items.awaitAll(
                items.query(Consistency.STRONG, sql, PAGE_SIZE), SubscriptionDocument::read);
    }

    @Override
    public List<Subscription> validatedFor(String resource) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT * FROM c WHERE c.resourceFilter = @resource"
                                + " AND c.validation = 'validated' ORDER BY c.number",
                        new SqlParameter("@resource", resource));
        return items.awaitAll(
                items.query(Consistency.STRONG, sql, SubscriptionDocument.key(resource), PAGE_SIZE),
                SubscriptionDocument::read);
    }

    @Override
    public List<Subscription> validationDueBefore(Instant instant, int limit) {
        SqlQuerySpec sql = Overdue.before(instant, limit);
        return items.awaitAll(
                items.query(Consistency.STRONG, sql, limit), SubscriptionDocument::read);
    }

    @Override
    public boolean moveValidation(int id, ValidationState from, ValidationState to) {
        return items.await(item(id).flatMap(item -> moved(item, from, to))).orElse(false);
    }

    private Mono<Boolean> moved(Item item, ValidationState from, ValidationState to) {
        int id = item.number("number");
        String condition = SubscriptionDocument.isIn(id, from);
        return writing.settled(() -> moved(item, to, condition), refusal -> isIn(id, to))
                .map(outcome -> outcome == Outcome.DONE);
    }

    /** An attempt before may have been carried out, and then this is where it has led. */
    private Mono<Boolean> isIn(int id, ValidationState state) {
        return item(id).map(item -> SubscriptionDocument.validation(item).equals(state))
                .defaultIfEmpty(false);
    }

    @Override
    public Optional<Subscription> setValidation(int id, ValidationState state) {
        return items.await(item(id).filterWhen(item -> set(item, state)))
                .map(SubscriptionDocument::read)
                .map(subscription -> in(state, subscription));
    }

    private Mono<Boolean> set(Item item, ValidationState state) {
        String condition = SubscriptionDocument.is(item.number("number"));
        return writing.of(() -> moved(item, state, condition))
                .map(outcome -> outcome == Outcome.DONE);
    }

    private static Subscription in(ValidationState state, Subscription subscription) {
        return new Subscription(
                subscription.id(),
                subscription.endPoint(),
                subscription.filters(),
                subscription.consumer(),
                subscription.created(),
                state);
    }

    private Mono<Outcome> moved(Item item, ValidationState to, String condition) {
        return items.patch(
                item.id(),
                SubscriptionDocument.key(item),
                SubscriptionDocument.move(to),
                condition);
    }

    @Override
    public boolean remove(int id) {
        return items.await(removed(id)).orElseThrow();
    }

    private Mono<Boolean> removed(int id) {
        return item(id).flatMap(item -> removed(id, item)).defaultIfEmpty(false);
    }

    /**
     * Refused: it has changed since, or has been removed and asked for again under a new number.
     */
    private Mono<Boolean> removed(int id, Item item) {
        return writing.settled(
                        () -> items.delete(item, SubscriptionDocument.key(item)),
                        refusal -> Mono.just(refusal == Outcome.MISSING))
                .flatMap(
                        outcome ->
                                outcome == Outcome.REFUSED
                                        ? removed(id)
                                        : Mono.just(outcome == Outcome.DONE));
    }
}
