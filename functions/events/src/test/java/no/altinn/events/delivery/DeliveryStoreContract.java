package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What every {@link DeliveryStore} promises. */
public abstract class DeliveryStoreContract {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");

    private static final Comparator<Delivery> BY_PLACE = Comparator.comparing(DeliveryPlace::of);

    /** The store under test, empty at first, the same during one test. */
    protected abstract DeliveryStore store();

    private static Delivery delivery(String eventId, int subscription, Instant created) {
        return Delivery.due(TestEvents.event(eventId).key(), eventId, subscription, "", created);
    }

    private Delivery created(String eventId, int subscription, Instant created) {
        Delivery delivery = delivery(eventId, subscription, created);
        store().create(List.of(delivery));
        return delivery;
    }

    private static Attempt attempt(int number, int status) {
        return new Attempt(
                number,
                NOW.plusSeconds(number),
                Duration.ofMillis(1_234),
                status,
                status == 0 ? "no route to \"host\" – ø" : "");
    }

    private Delivery found(Delivery delivery) {
        return store().find(delivery.key()).orElseThrow();
    }

    private List<Delivery> dead(int limit) {
        return store().search(DeliverySearch.newest(1, DeliveryStatus.DEAD), limit);
    }

    @Test
    void aNewDeliveryIsFoundByItsKey() {
        Delivery delivery = created("1", 1, NOW);
        created("1", 2, NOW);

        assertThat(store().find(delivery.key())).contains(delivery);
    }

    @Test
    void theDeliveryOfANoticeIsFound() {
        Delivery delivery = created("1", 1, NOW);
        Due next = new Due(2, NOW.plusSeconds(10));

        assertThat(store().announced(new DeliveryNotice(delivery.key(), 1))).contains(delivery);
        store().record(delivery.key(), attempt(1, 503), next);
        assertThat(store().announced(new DeliveryNotice(delivery.key(), 2)).orElseThrow().state())
                .isEqualTo(next);
        assertThat(store().announced(new DeliveryNotice(delivery("2", 1, NOW).key(), 1))).isEmpty();
    }

    /** A store may leave out the fingerprint where its subscriptions are found without. */
    @Test
    void aDeliveryLeadsToItsSubscription() {
        EventKey event = new EventKey("urn:altinn:resource:TTD-a", "document");
        Delivery delivery = Delivery.due(event, "1", 7, "fingerprint", NOW);
        store().create(List.of(delivery));

        SubscriptionKey subscription = found(delivery).subscription();

        assertThat(subscription.id()).isEqualTo(7);
        assertThat(subscription.resource()).isEqualTo("urn:altinn:resource:ttd-a");
        assertThat(subscription.fingerprint()).isIn("fingerprint", "");
    }

    @Test
    void aKeyThatWasNeverCreatedFindsNothing() {
        created("1", 1, NOW);

        assertThat(store().find(delivery("2", 1, NOW).key())).isEmpty();
        assertThat(store().find(new DeliveryKey(2, delivery("1", 1, NOW).key().id()))).isEmpty();
    }

    @Test
    void aDeliveryThatIsThereStaysAsItIs() {
        Delivery delivery = created("1", 1, NOW);
        store().record(delivery.key(), attempt(1, 200), new Delivered(NOW));

        List<Delivery> created =
                store().create(
                                List.of(
                                        delivery("1", 1, NOW.plusSeconds(60)),
                                        delivery("2", 1, NOW)));

        assertThat(created).containsExactly(delivery("2", 1, NOW));
        assertThat(found(delivery).state()).isEqualTo(new Delivered(NOW));
        assertThat(found(delivery).created()).isEqualTo(NOW);
        assertThat(found(delivery).attempts()).hasSize(1);
        assertThat(store().find(delivery("2", 1, NOW).key())).isPresent();
    }

    @Test
    void aRepetitionAmongManyRecipientsCreatesTheMissingDeliveriesAlone() {
        List<Delivery> all =
                IntStream.rangeClosed(1, 200).mapToObj(id -> delivery("1", id, NOW)).toList();

        assertThat(store().create(all.subList(0, 70))).isEqualTo(all.subList(0, 70));
        assertThat(store().create(all)).isEqualTo(all.subList(70, 200));
        assertThat(store().create(all)).isEmpty();
    }

    @Test
    void aDeliveryIsFoundAsItWasCreatedToTheNanosecond() {
        Delivery delivery = created("1", 1, NOW.plusNanos(123_456_789));

        assertThat(found(delivery)).isEqualTo(delivery);
    }

    @Test
    void deliveriesToManySubscriptionsAreCreatedTogether() {
        List<Delivery> all =
                List.of(delivery("1", 1, NOW), delivery("1", 2, NOW), delivery("2", 1, NOW));
        store().create(all);
        store().create(List.of());

        assertThat(all).allSatisfy(delivery -> assertThat(found(delivery)).isEqualTo(delivery));
    }

    @Test
    void anAttemptIsKeptTogetherWithTheStateThatFollows() {
        Delivery delivery = created("1", 1, NOW);
        Due next = new Due(2, NOW.plusSeconds(10));

        store().record(delivery.key(), attempt(1, 0), next);

        assertThat(found(delivery)).isEqualTo(delivery.in(next).having(List.of(attempt(1, 0))));
    }

    @Test
    void ofTwoAttemptsWithOneNumberTheFirstMovesTheDelivery() {
        Delivery delivery = created("1", 1, NOW);
        Due next = new Due(2, NOW.plusSeconds(10));

        assertThat(store().record(delivery.key(), attempt(1, 0), next)).isTrue();
        assertThat(store().record(delivery.key(), attempt(1, 0), new Due(2, NOW))).isFalse();

        assertThat(found(delivery).state()).isEqualTo(next);
    }

    @Test
    void attemptsAreKeptInTheirOrder() {
        Delivery delivery = created("1", 1, NOW);
        store().record(delivery.key(), attempt(1, 503), new Due(2, NOW));
        store().record(delivery.key(), attempt(2, 0), new Due(3, NOW));
        store().record(delivery.key(), attempt(3, 204), new Delivered(NOW));

        assertThat(found(delivery).attempts())
                .containsExactly(attempt(1, 503), attempt(2, 0), attempt(3, 204));
    }

    @Test
    void aDeliveryMovesWithoutAnAttempt() {
        Delivery delivery = created("1", 1, NOW);
        Instant later = NOW.plusSeconds(1);

        DeliveryState from = delivery.state();
        for (DeliveryState state :
                List.of(
                        new Due(7, later),
                        new Due(7, later, Trigger.RETRY),
                        new Held(7, later),
                        new Ready(7, later),
                        new Locked(7, later, "token"),
                        new Locked(7, later, "other"),
                        new Delivered(later),
                        new Dead(later),
                        new Cancelled(later, CancelReason.EVENT_GONE))) {
            assertThat(store().move(delivery.key(), from, state)).isTrue();
            assertThat(found(delivery).state()).isEqualTo(state);
            assertThat(found(delivery).attempts()).isEmpty();
            from = state;
        }
    }

    @Test
    void aDeliveryThatHasMovedOnIsNotMovedFromWhereItWas() {
        Delivery delivery = created("1", 1, NOW);
        store().record(delivery.key(), attempt(1, 200), new Delivered(NOW));

        assertThat(store().move(delivery.key(), delivery.state(), new Due(1, NOW.plusSeconds(1))))
                .isFalse();

        assertThat(found(delivery).state()).isEqualTo(new Delivered(NOW));
    }

    @Test
    void whatHasBeenDeliveredStaysSoWhateverALaterAttemptCameTo() {
        Delivery delivery = created("1", 1, NOW);
        store().record(delivery.key(), attempt(1, 200), new Delivered(NOW));

        assertThat(store().record(delivery.key(), attempt(1, 503), new Due(2, NOW.plusSeconds(10))))
                .isFalse();

        assertThat(found(delivery).state()).isEqualTo(new Delivered(NOW));
        assertThat(found(delivery).attempts()).hasSize(2);
    }

    @Test
    void nothingHappensToADeliveryThatIsNotThere() {
        DeliveryKey key = delivery("1", 1, NOW).key();

        store().record(key, attempt(1, 200), new Delivered(NOW));
        assertThat(store().move(key, new Due(1, NOW), new Dead(NOW))).isFalse();

        assertThat(store().find(key)).isEmpty();
        assertThat(dead(10)).isEmpty();
    }

    @Test
    void deliveriesAreDueOnlyBeforeTheInstantTheLongestOverdueFirst() {
        Delivery late = created("late", 1, NOW.minusSeconds(1));
        Delivery later = created("later", 2, NOW.minusSeconds(2));
        created("now", 1, NOW);
        Delivery done = created("done", 1, NOW.minusSeconds(3));
        Delivery retried = created("retried", 1, NOW.minusSeconds(3));
        store().record(done.key(), attempt(1, 200), new Delivered(NOW));
        store().record(retried.key(), attempt(1, 500), new Due(2, NOW.plusSeconds(10)));

        assertThat(store().dueBefore(NOW, 10)).containsExactly(later, late);
        assertThat(store().dueBefore(NOW, 1)).containsExactly(later);
        assertThat(store().dueBefore(NOW.plusSeconds(11), 10))
                .extracting(Delivery::eventId)
                .containsExactly("later", "late", "now", "retried");
    }

    @Test
    void theDeadOfASubscriptionAreListedTheNewestEventFirst() {
        Delivery old = created("old", 1, NOW);
        Delivery recent = created("recent", 1, NOW.plusSeconds(1));
        Delivery other = created("other", 2, NOW);
        created("alive", 1, NOW);
        for (Delivery delivery : List.of(recent, old, other)) {
            store().record(delivery.key(), attempt(1, 500), new Dead(NOW));
        }

        assertThat(dead(10)).extracting(Delivery::eventId).containsExactly("recent", "old");
        assertThat(dead(1)).extracting(Delivery::eventId).containsExactly("recent");
        assertThat(store().dueBefore(NOW.plusSeconds(60), 10))
                .extracting(Delivery::eventId)
                .containsExactly("alive");
    }

    @Test
    void aDeadDeliveryThatIsTriedAgainIsDeadNoMore() {
        Delivery delivery = created("1", 1, NOW);
        store().move(delivery.key(), delivery.state(), new Dead(NOW));
        store().move(delivery.key(), new Dead(NOW), new Due(1, NOW));

        assertThat(dead(10)).isEmpty();
        assertThat(store().dueBefore(NOW.plusSeconds(1), 10)).containsExactly(delivery);
    }

    @Test
    void aLockIsNoOtherReceivers() {
        Delivery delivery = created("1", 1, NOW);
        Locked first = new Locked(1, NOW.plusSeconds(60), "first");
        store().move(delivery.key(), delivery.state(), first);

        assertThat(
                        store().move(
                                        delivery.key(),
                                        new Locked(1, NOW.plusSeconds(60), "second"),
                                        new Delivered(NOW)))
                .isFalse();

        assertThat(found(delivery).state()).isEqualTo(first);
    }

    @Test
    void aLockIsConcludedTogetherWithItsAttemptByItsReceiverAlone() {
        Delivery delivery = created("1", 1, NOW);
        Locked lock = new Locked(1, NOW.plusSeconds(60), "token");
        Attempt attempt = attempt(1, 0);
        store().move(delivery.key(), delivery.state(), lock);

        assertThat(
                        store().conclude(
                                        delivery.key(),
                                        new Locked(1, NOW.plusSeconds(60), "other"),
                                        attempt,
                                        new Delivered(NOW)))
                .isFalse();
        assertThat(found(delivery)).isEqualTo(delivery.in(lock));

        assertThat(store().conclude(delivery.key(), lock, attempt, new Ready(2, NOW))).isTrue();
        assertThat(store().conclude(delivery.key(), lock, attempt, new Delivered(NOW))).isFalse();
        assertThat(found(delivery))
                .isEqualTo(delivery.in(new Ready(2, NOW)).having(List.of(attempt)));
        assertThat(store().conclude(delivery("2", 1, NOW).key(), lock, attempt, new Delivered(NOW)))
                .isFalse();
    }

    @Test
    void ofReceiversAtOnceExactlyOneLocksEachDelivery() {
        List<Delivery> all =
                IntStream.range(0, 10).mapToObj(i -> created("e" + i, 1, NOW)).toList();
        Ready ready = new Ready(1, NOW);
        all.forEach(one -> store().move(one.key(), one.state(), ready));

        List<String> winners =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> new Locked(1, NOW.plusSeconds(60), "receiver-" + i))
                        .flatMap(
                                lock ->
                                        all.stream()
                                                .filter(one -> store().move(one.key(), ready, lock))
                                                .map(one -> one.eventId() + " " + lock.token()))
                        .toList();

        assertThat(winners)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream()
                                .map(
                                        one ->
                                                one.eventId()
                                                        + " "
                                                        + ((Locked) found(one).state()).token())
                                .toList());
    }

    @Test
    void aSearchLeavesOutWhatWaitsLonger() {
        Delivery ready = created("ready", 1, NOW);
        Delivery delayed = created("delayed", 1, NOW.plusSeconds(1));
        Delivery expired = created("expired", 1, NOW);
        Delivery locked = created("locked", 1, NOW);
        store().move(ready.key(), ready.state(), new Ready(1, NOW));
        store().move(delayed.key(), delayed.state(), new Ready(1, NOW.plusNanos(1)));
        store().move(expired.key(), expired.state(), new Locked(1, NOW.minusNanos(1), "a"));
        store().move(locked.key(), locked.state(), new Locked(1, NOW.plusSeconds(1), "b"));

        assertThat(ids(DeliverySearch.oldest(1, DeliveryStatus.READY).waitedUntil(NOW)))
                .containsExactly("ready");
        assertThat(ids(DeliverySearch.oldest(1, DeliveryStatus.LOCKED).waitedUntil(NOW)))
                .containsExactly("expired");
        assertThat(
                        ids(
                                DeliverySearch.oldest(1, DeliveryStatus.READY)
                                        .waitedUntil(NOW.plusSeconds(1))
                                        .after(DeliveryPlace.of(ready))))
                .containsExactly("delayed");
    }

    @Test
    void theTypeOfTheEventIsKept() {
        Delivery delivery =
                Delivery.of(
                        TestEvents.event("1").key(),
                        "1",
                        "parking.permit.granted",
                        1,
                        "",
                        new Held(1, NOW),
                        NOW);
        store().create(List.of(delivery));

        assertThat(found(delivery)).isEqualTo(delivery);
    }

    @Test
    void whatIsKnownOfAnAttemptIsKept() {
        Delivery delivery = created("1", 1, NOW);
        Attempt failed =
                new Attempt(
                        1,
                        NOW,
                        Duration.ofMillis(5),
                        503,
                        "",
                        Trigger.REPLAY,
                        Optional.of(ErrorKind.STATUS),
                        Optional.of(new Excerpt("text/plain", "Prøv \"igjen\"\n", true)));
        store().record(delivery.key(), failed, new Due(2, NOW));

        assertThat(found(delivery).attempts()).containsExactly(failed);
    }

    @Test
    void theAnswersThatAttemptsKeepAreErasedAndNothingElse() {
        Delivery delivery = created("1", 1, NOW);
        Attempt failed =
                new Attempt(
                        1,
                        NOW,
                        Duration.ofMillis(5),
                        500,
                        "",
                        Trigger.SCHEDULE,
                        Optional.of(ErrorKind.STATUS),
                        Optional.of(new Excerpt("text/plain", "secret", false)));
        store().record(delivery.key(), failed, new Due(2, NOW));
        store().record(delivery.key(), attempt(2, 0), new Due(3, NOW));

        store().eraseResponses(delivery.key());
        store().eraseResponses(delivery.key());
        store().eraseResponses(delivery("2", 1, NOW).key());

        assertThat(found(delivery).attempts())
                .containsExactly(failed.withoutResponse(), attempt(2, 0));
        assertThat(found(delivery).state()).isEqualTo(new Due(3, NOW));
    }

    @Test
    void theAnswersOfTheLastThreeAttemptsAreKept() {
        Delivery delivery = created("1", 1, NOW);
        for (int number = 1; number <= 5; number++) {
            store().record(delivery.key(), answered(number), new Due(number + 1, NOW));
        }

        assertThat(found(delivery).attempts())
                .containsExactly(
                        answered(1).withoutResponse(),
                        answered(2).withoutResponse(),
                        answered(3),
                        answered(4),
                        answered(5));
    }

    @Test
    void attemptsWithoutAnswersAreKeptAsTheyAre() {
        Delivery delivery = created("1", 1, NOW);
        for (int number = 1; number <= 12; number++) {
            store().record(delivery.key(), attempt(number, 0), new Due(number + 1, NOW));
        }

        assertThat(found(delivery).attempts()).hasSize(12).last().isEqualTo(attempt(12, 0));
    }

    private static Attempt answered(int number) {
        return new Attempt(
                number,
                NOW.plusSeconds(number),
                Duration.ofMillis(5),
                503,
                "",
                Trigger.SCHEDULE,
                Optional.of(ErrorKind.STATUS),
                Optional.of(new Excerpt("text/plain", "answer " + number, false)));
    }

    @Test
    void aDeliveryThatIsBegunAgainKeepsItsAttempts() {
        Delivery delivery = created("1", 1, NOW);
        store().record(delivery.key(), attempt(1, 500), new Dead(NOW));
        Delivery dead = found(delivery);
        Delivery again =
                dead.begun(new Due(2, NOW.plusSeconds(60), Trigger.RETRY))
                        .touchedBy("job")
                        .permitted(NOW.plusSeconds(60));

        assertThat(store().change(dead, again)).isTrue();
        assertThat(store().change(dead, again)).isFalse();

        assertThat(found(delivery)).isEqualTo(again);
        assertThat(again.round()).isEqualTo(new Round(1, 1));
        assertThat(store().dueBefore(NOW.plusSeconds(61), 1)).containsExactly(again);
    }

    @Test
    void aSearchGoesOnBehindTheLastOneThatWasSeenEvenAmongDeliveriesOfOneInstant() {
        List<Delivery> all =
                IntStream.range(0, 7)
                        .mapToObj(i -> created("e" + i, 1, NOW.plusSeconds(i / 3)))
                        .toList();
        created("other", 2, NOW);

        List<Delivery> newest = pages(DeliverySearch.newest(1));
        List<Delivery> oldest = pages(DeliverySearch.oldest(1));

        assertThat(newest).containsExactlyInAnyOrderElementsOf(all);
        assertThat(newest).isSortedAccordingTo(BY_PLACE.reversed());
        assertThat(oldest).isEqualTo(newest.stream().sorted(BY_PLACE).toList());
    }

    private List<Delivery> pages(DeliverySearch search) {
        List<Delivery> all = new ArrayList<>();
        List<Delivery> page = store().search(search, 2);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = store().search(search.after(DeliveryPlace.of(page.get(page.size() - 1))), 2);
        }
        return all;
    }

    @Test
    void aSearchFindsTheWantedStatesAndTimesAlone() {
        Delivery dead = created("dead", 1, NOW);
        Delivery held = created("held", 1, NOW.plusSeconds(1));
        Delivery due = created("due", 1, NOW.plusSeconds(2));
        store().move(dead.key(), dead.state(), new Dead(NOW));
        store().move(held.key(), held.state(), new Held(1, NOW));

        assertThat(ids(DeliverySearch.newest(1, DeliveryStatus.DEAD, DeliveryStatus.HELD)))
                .containsExactly("held", "dead");
        assertThat(ids(DeliverySearch.oldest(1, DeliveryStatus.DUE, DeliveryStatus.DEAD)))
                .containsExactly("dead", "due");
        assertThat(ids(DeliverySearch.newest(1, DeliveryStatus.DUE))).containsExactly("due");
        assertThat(ids(DeliverySearch.newest(1, DeliveryStatus.DELIVERED))).isEmpty();
        assertThat(
                        ids(
                                DeliverySearch.newest(1)
                                        .created(
                                                Optional.of(held.created()),
                                                Optional.of(due.created()))))
                .containsExactly("held");
    }

    private List<String> ids(DeliverySearch search) {
        return store().search(search, 10).stream().map(Delivery::eventId).toList();
    }

    @Test
    void deliveriesInAStateAreCounted() {
        for (int i = 0; i < 3; i++) {
            Delivery delivery = created("e" + i, 1, NOW);
            store().move(delivery.key(), delivery.state(), new Held(1, NOW));
        }
        created("due", 1, NOW);

        assertThat(store().count(1, DeliveryStatus.HELD, 10)).isEqualTo(3);
        assertThat(store().count(1, DeliveryStatus.HELD, 2)).isEqualTo(2);
        assertThat(store().count(1, DeliveryStatus.DUE, 10)).isEqualTo(1);
        assertThat(store().count(2, DeliveryStatus.HELD, 10)).isZero();
    }

    @Test
    void aDeliveryThatAJobCreatesComesBackWithItsJob() {
        Instant now = Instant.parse("2026-01-01T12:00:00.123456Z");
        Delivery delivery =
                Delivery.of(
                                new EventKey("urn:altinn:resource:job", "document"),
                                "1",
                                "type",
                                1,
                                "",
                                new DeliveryState.Due(1, now.plusMillis(20), Trigger.REPLAY),
                                now)
                        .touchedBy("job")
                        .permitted(now.plusSeconds(1));

        assertThat(store().create(List.of(delivery))).containsExactly(delivery);
        assertThat(store().find(delivery.key())).contains(delivery);
    }
}
