package no.altinn.events.azure.cosmos;

import static org.mockito.Mockito.mock;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.pull.FreeLocks;
import no.altinn.events.pull.LongPoll;
import no.altinn.events.pull.Permits;
import no.altinn.events.pull.ReceiveEvents;
import no.altinn.events.pull.ReceiveOrder;
import no.altinn.events.pull.ReceivedEvent;
import no.altinn.events.pull.SettleLocks;
import no.altinn.events.pull.TakeEvents;
import no.altinn.events.pull.Withdrawals;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.Register;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A consumer that fetches events from stores whose charges are counted. */
final class PullCost {
    private final Subscription subscription = SampleSubscription.pulled(1);
    private final DeliveryStore deliveries;
    private final Clock clock;
    private final ReceiveEvents receive;
    private final SettleLocks settle;

    PullCost(DeliveryStore deliveries, EventStore events, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
        BestEffortLog log = new BestEffortLog(mock(DeliveryLog.class), clock);
        SideBySide calls = new SideBySide(Runnable::run, 1);
        Permits permits =
                new Permits(
                        new PushPolicy(
                                new FakeDecisions(request -> true),
                                new EventSubjects(mock(Register.class))));
        this.receive =
                new ReceiveEvents(
                        new SubscriptionIndex(new FakeSubscriptionStore(), clock),
                        new FreeLocks(deliveries, calls, () -> {}, log, clock),
                        new TakeEvents(
                                deliveries,
                                events,
                                permits,
                                new Withdrawals(deliveries, log, clock),
                                calls,
                                new SecureRandom(),
                                clock),
                        new LongPoll(time -> {}, clock));
        this.settle = new SettleLocks(deliveries, calls, clock);
    }

    /** Makes events ready to be fetched. */
    void relay(List<Event> events) {
        deliveries.create(
                events.stream()
                        .map(
                                event ->
                                        Delivery.of(
                                                event.key(),
                                                event.id(),
                                                event.type(),
                                                subscription.id(),
                                                "",
                                                new DeliveryState.Ready(1, clock.instant()),
                                                clock.instant()))
                        .toList());
    }

    /**
     * Fetches events and acknowledges them.
     *
     * @return how many there were
     */
    int fetch(int most) {
        List<String> tokens =
                receive
                        .receive(
                                subscription,
                                new ReceiveOrder(most, Duration.ZERO, Duration.ofSeconds(60)))
                        .stream()
                        .map(ReceivedEvent::lockToken)
                        .toList();
        return settle.acknowledge(subscription, tokens).succeeded().size();
    }
}
