package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.SubscriptionKey;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What every {@link DeliveryStore} promises. */
public abstract class DeliveryStoreContract {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");

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

        assertThat(found(delivery))
                .isEqualTo(
                        new Delivery(
                                delivery.key(),
                                delivery.event(),
                                "1",
                                "",
                                NOW,
                                next,
                                List.of(attempt(1, 0))));
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
                        new Delivered(later),
                        new Dead(later),
                        new Cancelled(later))) {
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
        assertThat(store().dead(1, 10)).isEmpty();
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

        assertThat(store().dead(1, 10))
                .extracting(Delivery::eventId)
                .containsExactly("recent", "old");
        assertThat(store().dead(1, 1)).extracting(Delivery::eventId).containsExactly("recent");
        assertThat(store().dueBefore(NOW.plusSeconds(60), 10))
                .extracting(Delivery::eventId)
                .containsExactly("alive");
    }

    @Test
    void aDeadDeliveryThatIsTriedAgainIsDeadNoMore() {
        Delivery delivery = created("1", 1, NOW);
        store().move(delivery.key(), delivery.state(), new Dead(NOW));
        store().move(delivery.key(), new Dead(NOW), new Due(1, NOW));

        assertThat(store().dead(1, 10)).isEmpty();
        assertThat(store().dueBefore(NOW.plusSeconds(1), 10)).containsExactly(delivery);
    }
}
