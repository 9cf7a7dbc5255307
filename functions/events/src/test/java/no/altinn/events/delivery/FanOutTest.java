package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.FakeRetryQueue.Scheduled;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.Register;
import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What becomes of an event with more recipients than are relayed to in one go. */
final class FanOutTest {
    private static final Event EVENT = SampleEvent.of("id", "1", "subject", "/party/1");
    private static final Event NEXT =
            SampleEvent.of("id", "2", "resource", "urn:altinn:resource:b");
    private static final int LAST = Integer.MAX_VALUE;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MutableClock clock = MutableClock.at(SampleSubscription.CREATED);
    private final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final EventStore events = mock(EventStore.class);
    private final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    private final List<DeliveryNotice> told = new ArrayList<>();
    private final FakeRetryQueue queue = new FakeRetryQueue();

    @BeforeEach
    void twoAndAHalfThousandSubscribe() {
        IntStream.rangeClosed(1, 2_500).forEach(this::subscribe);
        when(events.find(EVENT.key())).thenReturn(Optional.of(EVENT));
    }

    private void subscribe(int id) {
        subscribe(id, "/org/ttd");
    }

    private void subscribe(int id, String consumer) {
        subscriptions.put(
                SampleSubscription.of(
                        id,
                        SampleSubscription.filters().build(),
                        consumer,
                        new ValidationState.Validated()));
    }

    private RelayEvents relay() {
        return relay(deliveries);
    }

    /** As a process that has just begun: it remembers no subscription. */
    private RelayEvents relay(DeliveryStore store) {
        return new SampleRelay(
                        new SubscriptionIndex(subscriptions, clock),
                        decisions,
                        mock(Register.class),
                        events,
                        new SideBySide(Runnable::run, 1),
                        clock)
                .over(store, told::addAll, queue, mock(DeliveryLog.class));
    }

    private static Scheduled piece(int attempt, int after, int until, Duration delay) {
        return new Scheduled(
                new Retry.OfRelay(EVENT.key(), attempt, new Piece(after, until)), delay);
    }

    private List<Scheduled> retried(Scheduled message) {
        relay().retry((Retry.OfRelay) message.retry());
        return queue.take();
    }

    private List<Integer> recipients() {
        return deliveries.all().stream().map(one -> one.key().subscriptionId()).toList();
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void eachMessageTakesAThousandAndTheEventsBehindDoNotWait() {
        subscriptions.put(
                SampleSubscription.of(9_000, Filters.onResource("urn:altinn:resource:b").build()));

        relay().relay(List.of(EVENT, NEXT));

        assertThat(recipients()).hasSize(1_001).containsAll(numbers(1, 1_000)).contains(9_000);
        Scheduled second = piece(0, 1_000, LAST, Duration.ZERO);
        assertThat(queue.take()).containsExactly(second);
        Scheduled third = piece(0, 2_000, LAST, Duration.ZERO);
        assertThat(retried(second)).containsExactly(third);
        assertThat(retried(third)).isEmpty();
        assertThat(recipients()).hasSize(2_501).containsAll(numbers(1, 2_500));
        assertThat(told).hasSize(2_501).doesNotHaveDuplicates();
    }

    @Test
    void theFiltersThatKeptItFromOthersAreToldOnceForAllPieces() {
        subscriptions.put(
                SampleSubscription.of(3_000, SampleSubscription.filters().type("another").build()));
        try (CapturedLog log = CapturedLog.debugging(NotPushed.class)) {
            relay().relay(List.of(EVENT));
            retried(piece(0, 1_000, LAST, Duration.ZERO));
            retried(piece(0, 2_000, LAST, Duration.ZERO));

            assertThat(log.lines()).singleElement().asString().contains("subscription=3000");
        }
    }

    @Test
    void exactlyAThousandAreOnePiece() {
        IntStream.rangeClosed(1_001, 2_500).forEach(subscriptions::remove);

        relay().relay(List.of(EVENT));

        assertThat(recipients()).hasSize(1_000);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void aMessageThatComesTwiceMakesNoSecondDelivery() {
        relay().relay(List.of(EVENT));
        relay().relay(List.of(EVENT));
        for (int time = 0; time < 2; time++) {
            retried(piece(0, 1_000, LAST, Duration.ZERO));
            retried(piece(0, 2_000, LAST, Duration.ZERO));
        }

        assertThat(recipients()).containsExactlyElementsOf(numbers(1, 2_500));
        assertThat(told).hasSize(2_500).doesNotHaveDuplicates();
    }

    @Test
    void aCrashAmidTheWritesLeavesEachRecipientOneDelivery() {
        DeliveryStore crashing = mock(DeliveryStore.class);
        when(crashing.create(any()))
                .thenAnswer(
                        call -> {
                            List<Delivery> all = call.getArgument(0);
                            deliveries.create(all.subList(0, 300));
                            throw new Unavailable("crashed");
                        });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> relay(crashing).relay(List.of(EVENT)));
        assertThat(queue.take()).isEmpty();
        relay().relay(List.of(EVENT));
        List<Scheduled> open = queue.take();
        while (!open.isEmpty()) {
            open = open.stream().flatMap(one -> retried(one).stream()).toList();
        }

        assertThat(recipients()).containsExactlyElementsOf(numbers(1, 2_500));
    }

    @Test
    void subscriptionsThatComeAndGoMeanwhileMoveNoOtherOutOfItsPiece() {
        relay().relay(List.of(EVENT));
        List.of(1, 500, 1_000, 1_001).forEach(subscriptions::remove);
        subscribe(2_501);

        retried(piece(0, 1_000, LAST, Duration.ZERO));
        retried(piece(0, 2_001, LAST, Duration.ZERO));

        assertThat(recipients())
                .containsExactlyElementsOf(
                        numbers(1, 2_501).stream().filter(id -> id != 1_001).toList());
    }

    @Test
    void aPieceThatFailsIsTriedAgainAloneWhileTheRestGoesOn() {
        subscribe(7, "/org/skd");
        decisions.awayFor(FakeDecisions.about("urn:altinn:org", "skd"));

        relay().relay(List.of(EVENT));

        assertThat(queue.take())
                .containsExactly(piece(0, 0, 1_000, SOON), piece(0, 1_000, LAST, Duration.ZERO));
        assertThat(recipients()).hasSize(999).doesNotContain(7);
        assertThat(retried(piece(0, 0, 1_000, SOON)))
                .containsExactly(piece(1, 0, 1_000, Duration.ofSeconds(30)));
        decisions.awayFor(request -> false);
        assertThat(retried(piece(1, 0, 1_000, SOON))).isEmpty();
        assertThat(recipients()).hasSize(1_000).contains(7);
    }

    @Test
    void aPieceWhoseStoreIsAwayIsTriedAgainAsItWas() {
        DeliveryStore away = mock(DeliveryStore.class);
        when(away.create(any())).thenThrow(new Unavailable("away"));

        relay(away).retry(new Retry.OfRelay(EVENT.key(), 0, new Piece(1_000, LAST)));

        assertThat(queue.take()).containsExactly(piece(1, 1_000, LAST, Duration.ofSeconds(30)));
    }

    @Test
    void recipientsOfManyEventsAreNeverInMemoryAllTogether() {
        List<Integer> written = new ArrayList<>();
        DeliveryStore counting = mock(DeliveryStore.class);
        when(counting.create(any()))
                .thenAnswer(
                        call -> {
                            written.add(decisions.asked().size());
                            return List.of();
                        });

        relay(counting)
                .relay(
                        IntStream.range(0, 25)
                                .mapToObj(i -> SampleEvent.of("id", "e" + i))
                                .toList());

        // The first ten events are written before the next ten are decided on.
        assertThat(decisions.asked()).hasSize(3);
        assertThat(written).startsWith(1).endsWith(3).contains(2);
    }
}
