package no.altinn.simulation.process;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.events.delivery.Rates;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.event.EventStore;
import no.altinn.events.job.JobStore;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.signing.KeyRecords;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.events.webhook.Webhook;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.register.Register;
import no.altinn.platform.seal.KeyWrapping;

/** Everything outside a process, as the process reaches it. */
public record Ports(
        EventStore events,
        SubscriptionStore subscriptions,
        DeliveryStore deliveries,
        JobStore jobs,
        Rates rates,
        DeliveryLog log,
        OutboundRelay outbound,
        RetryQueue queue,
        ValidationQueue validations,
        PolicyDecisionPoint policy,
        Register register,
        Webhook webhook,
        KeyRecords keyRecords,
        KeyWrapping vault) {
    /** The same with another store of events. */
    public Ports with(EventStore other) {
        return new Ports(
                other,
                subscriptions,
                deliveries,
                jobs,
                rates,
                log,
                outbound,
                queue,
                validations,
                policy,
                register,
                webhook,
                keyRecords,
                vault);
    }

    /** The same with another store of deliveries. */
    public Ports with(DeliveryStore other) {
        return new Ports(
                events,
                subscriptions,
                other,
                jobs,
                rates,
                log,
                outbound,
                queue,
                validations,
                policy,
                register,
                webhook,
                keyRecords,
                vault);
    }

    /** The same with another queue. */
    public Ports with(RetryQueue other) {
        return new Ports(
                events,
                subscriptions,
                deliveries,
                jobs,
                rates,
                log,
                outbound,
                other,
                validations,
                policy,
                register,
                webhook,
                keyRecords,
                vault);
    }
}
