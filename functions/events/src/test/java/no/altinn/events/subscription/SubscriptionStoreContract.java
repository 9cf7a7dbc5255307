package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import no.altinn.events.filter.FilterList;
import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.testing.history.Tally;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.stubbing.Answer;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What every {@link SubscriptionStore} promises. */
public abstract class SubscriptionStoreContract {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final URI ENDPOINT = URI.create("https://example.no/hook?a=%C3%B8");
    private static final Filters ALL_FILTERS =
            Filters.onResource("urn:altinn:resource:app_ttd_a")
                    .source(URI.create("https://ttd.apps.example.no/ttd/a"))
                    .subject("/party/51000001")
                    .alternativeSubject("/org/310000001")
                    .type("app.instance.created")
                    .includeSubunits(true)
                    .build();

    /** The store under test, empty at first, the same during one test. */
    protected abstract SubscriptionStore store();

    private static NewSubscription wanted(String consumer, String resource) {
        return new NewSubscription(ENDPOINT, Filters.onResource(resource).build(), consumer);
    }

    private Subscription add(String consumer, String resource) {
        return store().add(wanted(consumer, resource), NOW);
    }

    @Test
    void aNewSubscriptionHoldsWhatWasAskedForAndIsToBeValidated() {
        Subscription added =
                store().add(new NewSubscription(ENDPOINT, ALL_FILTERS, "/org/ttd"), NOW);

        assertThat(added)
                .isEqualTo(
                        new Subscription(
                                added.id(),
                                ENDPOINT,
                                ALL_FILTERS,
                                "/org/ttd",
                                NOW,
                                new Pending(1, NOW)));
        assertThat(store().find(added.id())).contains(added);
    }

    @Test
    void filtersThatAreNotSetStayUnset() {
        Subscription added = add("/org/ttd", "urn:altinn:resource:a");

        assertThat(store().find(added.id()).orElseThrow().filters())
                .isEqualTo(Filters.onResource("urn:altinn:resource:a").build());
    }

    @Test
    void idsBeginWithOneAndGrow() {
        assertThat(add("/org/ttd", "urn:altinn:resource:a").id()).isEqualTo(1);
        assertThat(add("/org/ttd", "urn:altinn:resource:b").id()).isEqualTo(2);
    }

    @Test
    void theIdOfARemovedSubscriptionIsNeverUsedAgain() {
        int removed = add("/org/ttd", "urn:altinn:resource:a").id();
        store().remove(removed);

        assertThat(add("/org/ttd", "urn:altinn:resource:a").id()).isGreaterThan(removed);
    }

    @Test
    void theSameSubscriptionAgainFindsTheFirstAsItIs() {
        Subscription first = add("/org/ttd", "urn:altinn:resource:a");
        store().setValidation(first.id(), new Validated());

        Subscription again =
                store().add(wanted("/org/ttd", "urn:altinn:resource:a"), NOW.plusSeconds(60));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.created()).isEqualTo(NOW);
        assertThat(again.isValidated()).isTrue();
        assertThat(store().ofConsumer("/org/ttd")).containsExactly(again);
    }

    @Test
    void anotherConsumerEndpointOrFilterIsAnotherSubscription() {
        NewSubscription first = wanted("/org/ttd", "urn:altinn:resource:a");
        List<NewSubscription> all =
                List.of(
                        first,
                        new NewSubscription(first.endPoint(), first.filters(), "/org/skd"),
                        new NewSubscription(
                                URI.create("https://example.no/2"),
                                first.filters(),
                                first.consumer()),
                        new NewSubscription(
                                first.endPoint(),
                                Filters.onResource("urn:altinn:resource:a").type("t").build(),
                                first.consumer()));

        assertThat(all.stream().map(wanted -> store().add(wanted, NOW).id()).distinct())
                .hasSize(all.size());
    }

    @Test
    void manyWhoAddTheSameAtOnceGetOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String resource = "urn:altinn:resource:r" + i / 8;
                calls.add(() -> add("/org/ttd", resource).id());
            }
            HashSet<Integer> ids = new HashSet<>();
            for (Future<Integer> call : threads.invokeAll(calls)) {
                ids.add(call.get());
            }
            assertThat(ids).hasSize(2);
            assertThat(store().ofConsumer("/org/ttd")).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aConsumerHasItsOwnSubscriptionsTheOldestFirst() {
        Subscription first = add("/org/ttd", "urn:altinn:resource:b");
        add("/org/skd", "urn:altinn:resource:a");
        Subscription second = add("/org/ttd", "urn:altinn:resource:a");

        assertThat(store().ofConsumer("/org/ttd")).containsExactly(first, second);
        assertThat(store().ofConsumer("/org/tt")).isEmpty();
    }

    @Test
    void aConsumersSubscriptionsAreCountedInWhateverStateTheyAre() {
        int first = add("/org/ttd", "urn:altinn:resource:a").id();
        add("/org/ttd", "urn:altinn:resource:b");
        add("/org/ttd", "urn:altinn:resource:b");
        add("/org/skd", "urn:altinn:resource:a");
        store().setValidation(first, new Validated());

        assertThat(store().count("/org/ttd")).isEqualTo(2);
        assertThat(store().count("/org/skd")).isEqualTo(1);
        assertThat(store().count("/org/TTD")).isZero();
        store().remove(first);
        assertThat(store().count("/org/ttd")).isEqualTo(1);
    }

    @Test
    void theSubscriptionThatIsWantedIsFoundOnceItIsThere() {
        NewSubscription wanted = wanted("/org/ttd", "urn:altinn:resource:a");
        assertThat(store().find(wanted)).isEmpty();

        Subscription added = store().add(wanted, NOW);

        assertThat(store().find(wanted)).contains(added);
        assertThat(store().find(wanted("/org/skd", "urn:altinn:resource:a"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endPoint", "source", "subject", "alternativeSubject", "type"})
    void aStoredSubscriptionWithATextThatIsTooLongIsListedCutAndGetsNoEvents(String which) {
        NewSubscription wanted = tooLong(which);
        Subscription added = store().add(wanted, NOW);
        int id = added.id();
        add("/org/ttd", "urn:altinn:resource:a");

        Subscription validated = store().setValidation(id, new Validated()).orElseThrow();

        assertThat(validated.isValidated()).isFalse();
        assertThat(store().validatedFor("urn:altinn:resource:a")).isEmpty();
        assertThat(store().ofConsumer("/org/ttd")).hasSize(2);
        Subscription listed = store().ofConsumer("/org/ttd").get(0);
        assertThat(listed.keepsBounds()).isFalse();
        assertThat(listed.length()).isLessThan(3_000);
        assertThat(wanted.endPoint().orElseThrow().toString())
                .startsWith(listed.endPoint().orElseThrow().toString());
        assertThat(store().find(id)).contains(listed);
        assertThat(store().find(wanted)).contains(listed);
        assertThat(store().count("/org/ttd")).isEqualTo(2);
        assertThat(store().remove(id)).isTrue();
        assertThat(store().find(id)).isEmpty();
    }

    /** In steps of six characters, so that a cut falls into the middle of an escape. */
    private static NewSubscription tooLong(String which) {
        String tail = "%C3%B8".repeat(30_000);
        Filters.Builder filters = Filters.onResource("urn:altinn:resource:a");
        URI endPoint = ENDPOINT;
        switch (which) {
            case "source" -> filters.source(URI.create("https://ttd.example.no/" + tail));
            case "subject" -> filters.subject(tail);
            case "alternativeSubject" -> filters.alternativeSubject(tail);
            case "type" -> filters.type(tail);
            default -> endPoint = URI.create(ENDPOINT + tail);
        }
        return new NewSubscription(endPoint, filters.build(), "/org/ttd");
    }

    @Test
    void onlyValidatedSubscriptionsOfTheResourceAreFoundForIt() {
        Subscription validated = add("/org/ttd", "urn:altinn:resource:a");
        Subscription failed = add("/org/skd", "urn:altinn:resource:a");
        add("/org/brg", "urn:altinn:resource:a");
        Subscription other = add("/org/ttd", "urn:altinn:resource:ab");
        Subscription last = add("/org/aaa", "urn:altinn:resource:a");
        // The order in which they became valid is not theirs.
        store().setValidation(last.id(), new Validated());
        store().setValidation(validated.id(), new Validated());
        store().setValidation(failed.id(), new Failed());
        store().setValidation(other.id(), new Validated());

        assertThat(store().validatedFor("urn:altinn:resource:a"))
                .extracting(Interest::id)
                .containsExactly(validated.id(), last.id());
    }

    @Test
    void aSubscriptionIsFoundByTheKeyThatItsInterestLeadsTo() {
        Subscription added = added("/org/ttd");
        added("/org/skd");
        SubscriptionKey key = keyOf(added);

        assertThat(store().find(key)).contains(added);
        assertThat(store().find(new SubscriptionKey(4711, key.resource(), key.fingerprint())))
                .isEmpty();
    }

    private Subscription added(String consumer) {
        Subscription added = add(consumer, "urn:altinn:resource:a");
        return store().setValidation(added.id(), new Validated()).orElseThrow();
    }

    private SubscriptionKey keyOf(Subscription subscription) {
        String resource = subscription.filters().resource();
        return store().validatedFor(resource).stream()
                .filter(interest -> interest.id() == subscription.id())
                .map(
                        interest ->
                                new SubscriptionKey(
                                        interest.id(), resource, interest.fingerprint()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSubscriptionIsFoundByAKeyThatTellsItsIdAlone() {
        Subscription added = added("/org/ttd");

        assertThat(store().find(new SubscriptionKey(added.id(), "urn:altinn:resource:a", "")))
                .contains(added);
        assertThat(store().find(new SubscriptionKey(4711, "urn:altinn:resource:a", ""))).isEmpty();
    }

    @Test
    void theKeyOfARemovedSubscriptionDoesNotLeadToTheSameOneAddedAgain() {
        Subscription removed = added("/org/ttd");
        SubscriptionKey key = keyOf(removed);
        store().remove(removed.id());
        assertThat(store().find(key)).isEmpty();

        Subscription again = added("/org/ttd");

        assertThat(store().find(key)).isEmpty();
        assertThat(store().find(keyOf(again))).contains(again);
    }

    @Test
    void theStateOfAValidationIsKept() {
        int id = add("/org/ttd", "urn:altinn:resource:a").id();

        for (ValidationState state :
                List.of(new Failed(), new Validated(), new Pending(3, NOW.plusSeconds(5)))) {
            assertThat(store().setValidation(id, state).orElseThrow().validation())
                    .isEqualTo(state);
            assertThat(store().find(id).orElseThrow().validation()).isEqualTo(state);
        }
    }

    @Test
    void aValidationIsMovedOnFromWhereItIsAlone() {
        Subscription added = add("/org/ttd", "urn:altinn:resource:ttd-moved");
        Pending second = new Pending(2, NOW.plusSeconds(1));

        assertThat(store().moveValidation(added.id(), added.validation(), second)).isTrue();
        assertThat(store().moveValidation(added.id(), added.validation(), new Failed())).isFalse();
        assertThat(store().moveValidation(4711, second, new Failed())).isFalse();
        assertThat(store().find(added.id()).orElseThrow().validation()).isEqualTo(second);

        store().setValidation(added.id(), new Validated());
        assertThat(store().moveValidation(added.id(), new Validated(), new Failed())).isTrue();
        assertThat(store().find(added.id()).orElseThrow().validation()).isEqualTo(new Failed());
    }

    @Test
    void noSubscriptionHasNoValidation() {
        assertThat(store().setValidation(4711, new Validated())).isEmpty();
        assertThat(store().find(4711)).isEmpty();
    }

    @Test
    void validationsAreDueOnlyBeforeTheInstantTheLongestOverdueFirst() {
        int late = add("/org/ttd", "urn:altinn:resource:a").id();
        int later = add("/org/ttd", "urn:altinn:resource:b").id();
        int now = add("/org/ttd", "urn:altinn:resource:c").id();
        int done = add("/org/ttd", "urn:altinn:resource:d").id();
        store().setValidation(late, new Pending(2, NOW.minusSeconds(1)));
        store().setValidation(later, new Pending(2, NOW.minusSeconds(2)));
        store().setValidation(now, new Pending(1, NOW));
        store().setValidation(done, new Validated());

        assertThat(store().validationDueBefore(NOW, 10))
                .extracting(Subscription::id)
                .containsExactly(later, late);
        assertThat(store().validationDueBefore(NOW, 1))
                .extracting(Subscription::id)
                .containsExactly(later);
    }

    @Test
    void aRemovedSubscriptionIsGoneEverywhere() {
        Subscription added = add("/org/ttd", "urn:altinn:resource:a");
        store().setValidation(added.id(), new Validated());

        assertThat(store().remove(added.id())).isTrue();

        assertThat(store().remove(added.id())).isFalse();
        assertThat(store().find(added.id())).isEmpty();
        assertThat(store().ofConsumer("/org/ttd")).isEmpty();
        assertThat(store().validatedFor("urn:altinn:resource:a")).isEmpty();
    }

    @Test
    void aSubscriptionWhoseEventsAreFetchedNeedsNoValidation() {
        NewSubscription pulled =
                new NewSubscription(
                        Optional.empty(),
                        Filters.onResource("urn:altinn:resource:a").build(),
                        "/org/ttd");

        Subscription added = store().add(pulled, NOW);

        assertThat(added.isValidated()).isTrue();
        assertThat(store().find(added.id())).contains(added);
        assertThat(store().find(pulled)).contains(added);
        assertThat(store().validationDueBefore(NOW.plusSeconds(60), 10)).isEmpty();
        assertThat(store().validatedFor("urn:altinn:resource:a"))
                .extracting(Interest::arrival)
                .containsExactly(Arrival.READY);
    }

    @Test
    void howASubscriptionIsServedIsKept() {
        Subscription added = add("/org/ttd", "urn:altinn:resource:a");
        List<Serving> all =
                List.of(
                        new Serving(
                                new Standing.Paused(PauseReason.FAILING, NOW),
                                Optional.of(NOW.minusSeconds(9)),
                                new Breaker.Open(NOW.plusSeconds(30), 3),
                                OptionalInt.of(60_000),
                                "[{\"scheme\":\"v1\"}]"),
                        new Serving(
                                new Standing.Paused(PauseReason.OWNER, NOW),
                                Optional.empty(),
                                new Breaker.HalfOpen(NOW, 1),
                                OptionalInt.empty(),
                                ""),
                        Serving.NEW.with(new Standing.Stopped(NOW)),
                        Serving.NEW);

        for (Serving serving : all) {
            Subscription served = added.served(serving);
            assertThat(store().change(added.key(), it -> it.served(serving))).contains(served);
            assertThat(store().find(added.id())).contains(served);
        }
    }

    @Test
    void aChangeMovesTheValidationToo() {
        Subscription added = add("/org/ttd", "urn:altinn:resource:a");

        store().change(
                        added.key(),
                        it ->
                                it.in(new Failed())
                                        .served(it.serving().with(new Standing.Stopped(NOW))));

        Subscription stopped = store().find(added.id()).orElseThrow();
        assertThat(stopped.validation()).isEqualTo(new Failed());
        assertThat(stopped.serving().standing()).isEqualTo(new Standing.Stopped(NOW));
        assertThat(store().validationDueBefore(NOW.plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void aSubscriptionThatIsNotThereIsNotChanged() {
        Subscription added = add("/org/ttd", "urn:altinn:resource:a");
        store().remove(added.id());

        assertThat(store().change(added.key(), it -> it.in(new Validated()))).isEmpty();
    }

    @Test
    void changesAtOnceAreAllMade() throws Exception {
        Subscription added = add("/org/ttd", "urn:altinn:resource:a");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Optional<Subscription>> longer =
                    () ->
                            store().change(
                                            added.key(),
                                            it ->
                                                    it.served(
                                                            it.serving()
                                                                    .withKeys(
                                                                            it.serving().keys()
                                                                                    + "k")));
            for (Future<?> call : threads.invokeAll(Collections.nCopies(8, longer))) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(store().find(added.id()).orElseThrow().serving().keys()).hasSize(8);
    }

    @Test
    void anEndpointThatIsLeftAloneIsFoundWhenItsTimeHasCome() {
        Subscription late = add("/org/ttd", "urn:altinn:resource:a");
        Subscription later = add("/org/ttd", "urn:altinn:resource:b");
        add("/org/ttd", "urn:altinn:resource:c");
        store().change(late.key(), it -> opened(it, NOW.plusMillis(500)));
        store().change(later.key(), it -> opened(it, NOW.plusSeconds(1)));

        assertThat(store().probeDueBefore(NOW, 10)).isEmpty();
        assertThat(store().probeDueBefore(NOW.plusSeconds(1), 10))
                .extracting(Subscription::id)
                .containsExactly(late.id());
        assertThat(store().probeDueBefore(NOW.plusSeconds(2), 10))
                .extracting(Subscription::id)
                .containsExactly(late.id(), later.id());
        assertThat(store().probeDueBefore(NOW.plusSeconds(2), 1)).hasSize(1);
        store().change(late.key(), it -> it.served(Serving.NEW));
        assertThat(store().probeDueBefore(NOW.plusSeconds(2), 10)).hasSize(1);
    }

    @Test
    void subscriptionsAreListedByTheirIdsWhateverTheirResource() {
        for (String resource : List.of("d", "a", "c", "b")) {
            add("/org/ttd", "urn:altinn:resource:" + resource);
        }
        store().remove(2);

        assertThat(store().after(0, 10)).extracting(Subscription::id).containsExactly(1, 3, 4);
        assertThat(store().after(0, 2)).extracting(Subscription::id).containsExactly(1, 3);
        assertThat(store().after(3, 2)).extracting(Subscription::id).containsExactly(4);
        assertThat(store().after(4, 2)).isEmpty();
    }

    private static Subscription opened(Subscription subscription, Instant until) {
        return subscription.served(subscription.serving().with(new Breaker.Open(until, 1)));
    }

    @Test
    void conditionsAreKeptAndTellSubscriptionsApart() {
        FilterList conditions =
                FilterList.stored("[{\"exact\":{\"id\":\"å😀\"}},{\"sql\":\"id = 'a\\\\'b'\"}]");
        NewSubscription plain = wanted("/org/ttd", "urn:altinn:resource:a");
        NewSubscription conditional =
                new NewSubscription(
                        ENDPOINT,
                        Filters.onResource("urn:altinn:resource:a").conditions(conditions).build(),
                        "/org/ttd");

        Subscription added = store().add(conditional, NOW);
        store().setValidation(added.id(), new Validated());

        assertThat(store().find(added.id()).orElseThrow().filters().conditions())
                .contains(conditions);
        assertThat(store().find(conditional)).map(Subscription::id).contains(added.id());
        assertThat(store().add(conditional, NOW).id()).isEqualTo(added.id());
        assertThat(store().add(plain, NOW).id()).isNotEqualTo(added.id());
        assertThat(store().validatedFor("urn:altinn:resource:a"))
                .singleElement()
                .satisfies(one -> assertThat(one.conditions()).contains(conditions));
    }

    private static Tally.Run history(SubscriptionStore store) {
        return seed -> SubscriptionHistory.verdict(store, seed);
    }

    private static Tally histories(SubscriptionStore store, int count) throws InterruptedException {
        return Tally.of(1, count, history(store));
    }

    @Test
    void whatConsumersSeeWhoComeAtOnceCouldHaveComeOneAfterTheOther(TestReporter reporter)
            throws InterruptedException {
        Tally tally = histories(store(), 10);

        reporter.publishEntry("numbers", tally.toString());
        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    @Test
    @Tag("proof")
    void manyHistoriesOfConsumersCouldHaveComeOneAfterTheOther(TestReporter reporter)
            throws InterruptedException {
        Tally tally = histories(store(), 500);

        reporter.publishEntry("numbers", tally.toString());
        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    @Test
    void aStoreThatTellsOfRemovalsWhereNothingWasIsFoundOut() throws InterruptedException {
        SubscriptionStore real = store();
        SubscriptionStore broken =
                mock(
                        SubscriptionStore.class,
                        withSettings().stubOnly().defaultAnswer(delegatesTo(real)));
        doAnswer(
                        call -> {
                            real.remove(call.<Integer>getArgument(0));
                            return true;
                        })
                .when(broken)
                .remove(anyInt());

        assertThat(Tally.untilRefuted(1, 100, history(broken)).refuted()).isNotEmpty();
    }

    @Test
    void aStoreThatReadsTheLastNumberAndThenWritesTheNextIsFoundOut() throws InterruptedException {
        SubscriptionStore broken = new RenumberingStore(store(), 2).port();

        assertThat(Tally.untilRefuted(1, 100, history(broken)).refuted()).isNotEmpty();
    }

    @Test
    void theSameStoreIsRightWhereCallersComeOneAfterTheOther() throws InterruptedException {
        SubscriptionStore renumbering = new RenumberingStore(store(), 1).port();
        SubscriptionStore locked =
                mock(
                        SubscriptionStore.class,
                        withSettings().stubOnly().defaultAnswer(oneAtATime(renumbering)));

        Tally tally = histories(locked, 10);

        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    private static Answer<Object> oneAtATime(SubscriptionStore store) {
        return call -> {
            synchronized (store) {
                return call.getMethod().invoke(store, call.getArguments());
            }
        };
    }
}
