package no.altinn.events.app;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.query.SealedCursors;
import no.altinn.events.statistics.CountedAttempts;
import no.altinn.events.subscription.EndPointEvents;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.telemetry.MeteredFilterErrors;
import no.altinn.events.telemetry.TracedWebhook;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.okhttp.OkHttpWebhook;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.app.Http;
import no.altinn.platform.app.PlatformServices;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.pdp.CachedPolicyDecisionPoint;
import no.altinn.platform.register.CachedRegister;
import no.altinn.platform.seal.Seal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * What several parts of the composition root are given: the objects that remember, count or share
 * out something for the whole process. An app has one instance of it.
 *
 * @param webhook sends at once, beside the line of an endpoint
 * @param caller sends when the endpoint's line and the host have a place free
 * @param calls makes calls of one kind side by side
 * @param lanes schedules deliveries and messages side by side
 */
record SharedParts(
        EventsSettings settings,
        Adapters adapters,
        CountedAttempts counted,
        CachedPolicyDecisionPoint decisions,
        CachedRegister register,
        Authentication authentication,
        Http http,
        EventSubjects subjects,
        SubscriptionIndex index,
        MatchSubscriptions matching,
        PushPolicy pushPolicy,
        OwnSubscriptions own,
        Signing signing,
        AddressRule addresses,
        Webhook webhook,
        EndPointCaller caller,
        BestEffortLog log,
        SideBySide calls,
        InLanes lanes,
        Meter meter,
        Clock clock) {
    /** How long an attempt waits in line behind a slow endpoint before it is postponed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How many deliveries or messages a sweep or a relay schedules side by side. */
    private static final int AT_ONCE = 32;

    /** How many of them may be of one subscription or resource: a quarter. */
    private static final int IN_LANE = 8;

    /** How many threads help with calls and scheduling, beside those for Event Grid and DNS. */
    private static final int MOST_THREADS = 128;

    /** How many calls of one kind are made at once for a batch of events. */
    private static final int CALLS_AT_ONCE = 16;

    /** Makes each of them once; no connection is opened before the first call. */
    static SharedParts of(
            EventsSettings settings,
            Adapters stores,
            Concurrency concurrency,
            OpenTelemetry telemetry,
            Clock clock) {
        Meter meter = telemetry.getMeter(EventsApp.SCOPE);
        Tracer tracer = telemetry.getTracer(EventsApp.SCOPE);
        CountedAttempts counted = new CountedAttempts(stores.statistics(), clock);
        Adapters adapters = stores.metered(counted, meter, clock);
        Executor threads = CallThreads.named("calls", MOST_THREADS);
        PlatformServices platform = new PlatformServices(new PlatformHttp(), clock);
        CachedPolicyDecisionPoint decisions =
                platform.decisions(
                        settings.authorization(),
                        settings.decisionsRememberedFor(),
                        meter,
                        threads);
        CachedRegister register =
                platform.register(settings.register(), adapters.platformAccessToken());
        Authentication authentication =
                platform.authentication(
                        settings.tokens(), settings.base(), adapters.certificates());
        EventSubjects subjects = new EventSubjects(register);
        SubscriptionIndex index = new SubscriptionIndex(adapters.subscriptions(), clock);
        Signing signing = new Signing(adapters, index, settings.base(), clock);
        AddressRule addresses = new AddressRule(settings.allowInsecureEndpoints());
        Webhook webhook = new TracedWebhook(new OkHttpWebhook(addresses), tracer);
        EndPointPlaces places = new EndPointPlaces(concurrency, PATIENCE, clock);
        return new SharedParts(
                settings,
                adapters,
                counted,
                decisions,
                register,
                authentication,
                new Http(authentication, new EventsErrors(), tracer, clock),
                subjects,
                index,
                new MatchSubscriptions(index, register, new MeteredFilterErrors(meter)),
                new PushPolicy(decisions, subjects),
                new OwnSubscriptions(adapters.subscriptions(), index, signing.keys()),
                signing,
                addresses,
                webhook,
                new EndPointCaller(webhook, places, clock),
                new BestEffortLog(adapters.log(), clock),
                new SideBySide(threads, CALLS_AT_ONCE),
                new InLanes(threads, AT_ONCE, IN_LANE),
                meter,
                clock);
    }

    /** Decides whether a subscription still gets an event. */
    Admission admission() {
        return new Admission(matching, pushPolicy);
    }

    /** Where the answers say that subscriptions are. */
    SubscriptionAddress address() {
        return new SubscriptionAddress(settings.base());
    }

    /** Makes the events that are about an endpoint itself. */
    EndPointEvents endPointEvents() {
        return new EndPointEvents(address(), UUID::randomUUID);
    }

    /** Seals and opens the cursors of pages. */
    SealedCursors cursors() {
        return new SealedCursors(new Seal(adapters.cursorKeys(), new SecureRandom()));
    }
}
