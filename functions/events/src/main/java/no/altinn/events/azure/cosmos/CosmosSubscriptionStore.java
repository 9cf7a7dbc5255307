package no.altinn.events.azure.cosmos;

import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;
import no.altinn.platform.client.Unavailable;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Subscriptions in Cosmos DB. A subscription is written in the partition of its resource, where
 * matching looks for it. By its number it is found through the index of all partitions. Every read
 * sees the newest state: matching and its owner must find a subscription as soon as it is made.
 * Thread-safe.
 */
final class CosmosSubscriptionStore implements SubscriptionStore {
    /** How often a change is tried while others change the same subscription. */
    private static final int CHANGES = 20;

    private final Documents documents;
    private final SubscriptionReads reads;
    private final SubscriptionNumbers numbers;
    private final RetryPolicy writing;

    CosmosSubscriptionStore(Documents subscriptions, Documents counters, RetryPolicy writing) {
        this.documents = subscriptions;
        this.reads = new SubscriptionReads(subscriptions);
        this.numbers = new SubscriptionNumbers(counters, writing);
        this.writing = writing;
    }

    @Override
    public Subscription add(NewSubscription wanted, Instant now) {
        return documents.await(existingOrNew(wanted, now)).orElseThrow();
    }

    private Mono<Subscription> existingOrNew(NewSubscription wanted, Instant now) {
        return existing(wanted).switchIfEmpty(Mono.defer(() -> created(wanted, now)));
    }

    private Mono<Subscription> existing(NewSubscription wanted) {
        return reads.document(wanted.filters().resource(), wanted.fingerprint())
                .map(SubscriptionDocument::read);
    }

    private Mono<Subscription> created(NewSubscription wanted, Instant now) {
        return numbers.next()
                .map(number -> Subscription.added(number, wanted, now))
                .flatMap(subscription -> created(wanted, subscription, now));
    }

    /** Refused when another caller was faster, or when a lost attempt was carried out. */
    private Mono<Subscription> created(
            NewSubscription wanted, Subscription subscription, Instant now) {
        return writing.call(
                        () ->
                                documents.create(
                                        SubscriptionDocument.write(wanted, subscription),
                                        SubscriptionDocument.key(wanted.filters().resource())))
                .flatMap(
                        outcome ->
                                outcome == WriteOutcome.REFUSED
                                        ? existingOrNew(wanted, now)
                                        : Mono.just(subscription));
    }

    @Override
    public Optional<Subscription> find(NewSubscription wanted) {
        return documents.await(existing(wanted));
    }

    @Override
    public Optional<Subscription> find(int id) {
        return documents.await(reads.document(id)).map(SubscriptionDocument::read);
    }

    @Override
    public Optional<Subscription> find(SubscriptionKey key) {
        return documents.await(reads.document(key)).map(SubscriptionDocument::read);
    }

    @Override
    public List<Subscription> ofConsumer(String consumer) {
        return reads.ofConsumer(consumer);
    }

    @Override
    public int count(String consumer) {
        return reads.count(consumer);
    }

    @Override
    public List<Interest> validatedFor(String resource) {
        return reads.validatedFor(resource);
    }

    @Override
    public List<Subscription> validationDueBefore(Instant instant, int limit) {
        return reads.validationDueBefore(instant, limit);
    }

    @Override
    public List<Subscription> probeDueBefore(Instant instant, int limit) {
        return reads.probeDueBefore(instant, limit);
    }

    @Override
    public List<Subscription> after(int id, int limit) {
        return reads.after(id, limit);
    }

    @Override
    public boolean moveValidation(int id, ValidationState from, ValidationState to) {
        return documents
                .await(reads.document(id).flatMap(document -> moved(document, from, to)))
                .orElse(false);
    }

    private Mono<Boolean> moved(Document document, ValidationState from, ValidationState to) {
        int id = document.number("number");
        String condition = SubscriptionDocument.isIn(id, from);
        return writing.settled(() -> moved(document, to, condition), refusal -> isIn(id, to))
                .map(outcome -> outcome == WriteOutcome.DONE);
    }

    /** Whether a lost attempt has moved the subscription: then it is in the wanted state. */
    private Mono<Boolean> isIn(int id, ValidationState state) {
        return reads.document(id)
                .map(document -> SubscriptionDocument.validation(document).equals(state))
                .defaultIfEmpty(false);
    }

    @Override
    public Optional<Subscription> setValidation(int id, ValidationState state) {
        return documents
                .await(reads.document(id).filterWhen(document -> set(document, state)))
                .map(SubscriptionDocument::read)
                .map(subscription -> subscription.in(state));
    }

    private Mono<Boolean> set(Document document, ValidationState state) {
        String condition = SubscriptionDocument.is(document.number("number"));
        return writing.call(() -> moved(document, state, condition))
                .map(outcome -> outcome == WriteOutcome.DONE);
    }

    private Mono<WriteOutcome> moved(Document document, ValidationState to, String condition) {
        return documents.patch(
                document.id(),
                SubscriptionDocument.key(document),
                SubscriptionDocument.move(to),
                condition);
    }

    @Override
    public Optional<Subscription> change(SubscriptionKey key, UnaryOperator<Subscription> change) {
        return documents.await(changed(key, change, CHANGES));
    }

    /** A lost answer is no harm: the change is asked again, of what the lost write has left. */
    private Mono<Subscription> changed(
            SubscriptionKey key, UnaryOperator<Subscription> change, int tries) {
        return reads.document(key)
                .flatMap(
                        document -> {
                            Subscription before = SubscriptionDocument.read(document);
                            Subscription after = change.apply(before);
                            return after.equals(before)
                                    ? Mono.just(before)
                                    : written(document, after)
                                            .flatMap(
                                                    outcome ->
                                                            outcome == WriteOutcome.DONE
                                                                    ? Mono.just(after)
                                                                    : again(key, change, tries));
                        });
    }

    private Mono<Subscription> again(
            SubscriptionKey key, UnaryOperator<Subscription> change, int tries) {
        return tries > 1
                ? changed(key, change, tries - 1)
                : Mono.error(new Unavailable("Others change subscription " + key.id()));
    }

    private Mono<WriteOutcome> written(Document document, Subscription after) {
        return writing.call(
                () ->
                        documents.patch(
                                document,
                                SubscriptionDocument.key(document),
                                SubscriptionDocument.change(after)));
    }

    @Override
    public boolean remove(int id) {
        return documents.await(removed(id)).orElseThrow();
    }

    private Mono<Boolean> removed(int id) {
        return reads.document(id).flatMap(document -> removed(id, document)).defaultIfEmpty(false);
    }

    /**
     * Refused when the subscription has changed since it was read, or when it was removed and added
     * again under a new number.
     */
    private Mono<Boolean> removed(int id, Document document) {
        return writing.settled(
                        () -> documents.delete(document, SubscriptionDocument.key(document)),
                        refusal -> Mono.just(refusal == WriteOutcome.MISSING))
                .flatMap(
                        outcome ->
                                outcome == WriteOutcome.REFUSED
                                        ? removed(id)
                                        : Mono.just(outcome == WriteOutcome.DONE));
    }
}
