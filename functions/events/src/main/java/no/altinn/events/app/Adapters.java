package no.altinn.events.app;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.events.delivery.QueueAges;
import no.altinn.events.delivery.Rates;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.event.EventStore;
import no.altinn.events.job.JobStore;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.signing.KeyRecords;
import no.altinn.events.statistics.CountedAttempts;
import no.altinn.events.statistics.StatisticsStore;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.events.telemetry.MeteredDeliveryStore;
import no.altinn.events.telemetry.MeteredEventStore;
import no.altinn.events.telemetry.MeteredSubscriptionStore;
import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.SealingKeys;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * One implementation of every port of the app.
 *
 * @param platformAccessToken gives the token with which this app calls the rest of the platform
 * @param cursorKeys what cursors are sealed with
 * @param keyRecords where data keys are kept, wrapped
 * @param webhookKey wraps them
 */
public record Adapters(
        EventStore events,
        SubscriptionStore subscriptions,
        DeliveryStore deliveries,
        Rates rates,
        DeliveryLog log,
        StatisticsStore statistics,
        JobStore jobs,
        OutboundRelay outbound,
        RetryQueue queue,
        ValidationQueue validations,
        QueueAges queueAges,
        PlatformCertificates certificates,
        Supplier<String> platformAccessToken,
        SealingKeys cursorKeys,
        KeyRecords keyRecords,
        KeyWrapping webhookKey) {

    /**
     * The same adapters, with what happens in them measured.
     *
     * @param counted counts the attempts of each subscription
     * @param clock tells how late an attempt is
     */
    Adapters metered(CountedAttempts counted, Meter meter, Clock clock) {
        return new Adapters(
                new MeteredEventStore(events, meter),
                new MeteredSubscriptionStore(subscriptions, meter),
                new MeteredDeliveryStore(deliveries, counted, meter, clock),
                rates,
                log,
                statistics,
                jobs,
                outbound,
                queue,
                validations,
                queueAges,
                certificates,
                platformAccessToken,
                cursorKeys,
                keyRecords,
                webhookKey);
    }
}
