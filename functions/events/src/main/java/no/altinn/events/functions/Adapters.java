package no.altinn.events.functions;

import no.altinn.events.store.DeliveryLog;
import no.altinn.events.store.DeliveryStore;
import no.altinn.events.store.EventStore;
import no.altinn.events.store.OutboundRelay;
import no.altinn.events.store.RetryQueue;
import no.altinn.events.store.SubscriptionStore;
import no.altinn.platform.auth.PlatformCertificates;

import java.util.function.Supplier;

/**
 * What the app stands on: one implementation of every port.
 *
 * @param platformAccessToken gives the token with which this app calls the rest of the platform
 */
public record Adapters(
        EventStore events,
        SubscriptionStore subscriptions,
        DeliveryStore deliveries,
        DeliveryLog log,
        OutboundRelay outbound,
        RetryQueue queue,
        PlatformCertificates certificates,
        Supplier<String> platformAccessToken) {}
