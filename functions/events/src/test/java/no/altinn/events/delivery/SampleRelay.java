package no.altinn.events.delivery;

import no.altinn.events.event.EventStore;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.register.Register;

import java.time.Clock;

/**
 * What relays of tests are made of, beside the ports that they write to.
 *
 * @param calls how many calls of one kind are made at once
 */
public record SampleRelay(
        SubscriptionIndex index,
        PolicyDecisionPoint decisions,
        Register register,
        EventStore events,
        SideBySide calls,
        Clock clock) {

    /** A relay that schedules its messages one after the other. */
    public RelayEvents over(
            DeliveryStore deliveries, OutboundRelay outbound, RetryQueue queue, DeliveryLog log) {
        InLanes lanes = new InLanes(Runnable::run, 32, 8);
        return new RelayEvents(
                new Recipients(
                        new MatchSubscriptions(index, register),
                        new PushPolicy(decisions, new EventSubjects(register)),
                        new NotPushed(index),
                        calls,
                        clock),
                events,
                new StartDeliveries(deliveries, outbound, queue, lanes, calls),
                queue,
                lanes,
                new BestEffortLog(log, clock));
    }
}
