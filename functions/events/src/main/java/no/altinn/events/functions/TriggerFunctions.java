package no.altinn.events.functions;

import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.ExponentialBackoffRetry;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.events.delivery.ProbeEndPoint;
import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.delivery.ReleaseHeld;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.SweepForgotten;
import no.altinn.events.feed.FeedBatch;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.telemetry.MalformedNotices;
import no.altinn.events.telemetry.OldestMessages;
import no.altinn.events.telemetry.RelayLag;
import no.altinn.platform.concurrent.InTurn;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The triggers that carry an event on its way after it was stored. A notice that cannot be read is
 * dropped, since it would never be read: its function succeeds.
 */
public final class TriggerFunctions {
    private static final Logger LOG = LoggerFactory.getLogger(TriggerFunctions.class);

    /**
     * For how long work must have been due to count as forgotten: the longest attempt, twice over.
     */
    private static final Duration OVERDUE = Duration.ofMinutes(2);

    private final RelayEvents relay;
    private final RelayLag lag;
    private final MalformedNotices notices;
    private final DeliverEvent deliver;
    private final SweepForgotten sweep;
    private final OldestMessages oldest;
    private final ValidateSubscription validation;
    private final ProbeEndPoint probes;
    private final ReleaseHeld releases;
    private final Clock clock;

    public TriggerFunctions(
            RelayEvents relay,
            RelayLag lag,
            MalformedNotices notices,
            DeliverEvent deliver,
            SweepForgotten sweep,
            OldestMessages oldest,
            ValidateSubscription validation,
            ProbeEndPoint probes,
            ReleaseHeld releases,
            Clock clock) {
        this.relay = relay;
        this.lag = lag;
        this.notices = notices;
        this.deliver = deliver;
        this.sweep = sweep;
        this.oldest = oldest;
        this.validation = validation;
        this.probes = probes;
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * Relays events as they are stored. Without a retry policy the host would move on after an
     * exception, and the batch would be lost. The first run reads the feed from its beginning, so
     * that events stored before it are relayed too. An instance that ends without a word holds its
     * lease for up to 20 s, and another one looks for free leases every 5 s.
     */
    @FunctionName("RelayEvents")
    @ExponentialBackoffRetry(
            maxRetryCount = -1,
            minimumInterval = "00:00:01",
            maximumInterval = "00:01:00")
    public void relayEvents(
            @CosmosDBTrigger(
                            name = "documents",
                            databaseName = "events",
                            containerName = "events",
                            leaseContainerName = "leases",
                            connection = "Cosmos",
                            startFromBeginning = true,
                            feedPollDelay = 500,
                            leaseAcquireInterval = 5_000,
                            leaseRenewInterval = 5_000,
                            leaseExpirationInterval = 20_000,
                            maxItemsPerInvocation = 100)
                    String documents) {
        FeedBatch batch = FeedBatch.read(documents);
        relay.relay(batch.events());
        lag.relayed(batch);
        notices.count("RelayEvents", batch.malformed());
    }

    /**
     * Makes a first attempt. If the endpoint fails, the function still succeeds: after a failure
     * the bus would slow down for every consumer. If a store is away, the function fails, so that
     * the bus sends the notice again.
     */
    @FunctionName("DeliverEvent")
    public void deliverEvent(@EventGridTrigger(name = "notice") String notice) {
        notices.read("DeliverEvent", () -> DeliveryNoticeMessage.read(notice))
                .ifPresent(deliver::attempt);
    }

    /** Makes a later attempt. */
    @FunctionName("RetryDelivery")
    public void retryDelivery(
            @QueueTrigger(name = "message", queueName = "deliveries", connection = "Queues")
                    String message) {
        read("RetryDelivery", message, Retry.OfDelivery.class)
                .map(Retry.OfDelivery::notice)
                .ifPresent(deliver::retry);
    }

    /** Tries again to relay one event, or goes on with the next piece of its recipients. */
    @FunctionName("RetryRelay")
    public void retryRelay(
            @QueueTrigger(name = "message", queueName = "relays", connection = "Queues")
                    String message) {
        read("RetryRelay", message, Retry.OfRelay.class).ifPresent(relay::retry);
    }

    /**
     * Schedules again a relay that the queue gave up. No document says that a relay is due, so its
     * message must not be lost.
     */
    @FunctionName("RescueRelay")
    public void rescueRelay(
            @QueueTrigger(name = "message", queueName = "relays-poison", connection = "Queues")
                    String message) {
        read("RescueRelay", message, Retry.OfRelay.class).ifPresent(relay::rescue);
    }

    /** Calls a new subscription's endpoint. */
    @FunctionName("ValidateSubscription")
    public void validateSubscription(
            @QueueTrigger(name = "message", queueName = "validations", connection = "Queues")
                    String message) {
        read("ValidateSubscription", message, Retry.OfValidation.class)
                .ifPresent(one -> validation.attempt(one.subscriptionId(), one.attempt()));
    }

    /** Tries an endpoint that was left alone, or has go on what was held for it. */
    @FunctionName("ProbeEndPoint")
    public void probeEndPoint(
            @QueueTrigger(name = "message", queueName = "probes", connection = "Queues")
                    String message) {
        notices.read("ProbeEndPoint", () -> look(message)).ifPresent(Runnable::run);
    }

    /**
     * Schedules again a release that the queue gave up. No document says that one is due, so its
     * message must not be lost. A probe that was given up needs nothing: the sweep finds it.
     */
    @FunctionName("RescueRelease")
    public void rescueRelease(
            @QueueTrigger(name = "message", queueName = "probes-poison", connection = "Queues")
                    String message) {
        notices.read("RescueRelease", () -> rescue(message)).ifPresent(Runnable::run);
    }

    private Runnable look(String message) {
        if (RetryMessage.read(message) instanceof Retry.OfRelease release) {
            return () -> releases.look(release);
        }
        Retry.OfProbe probe = RetryMessage.read(message, Retry.OfProbe.class);
        return () -> probes.probe(probe.subscription());
    }

    private Runnable rescue(String message) {
        if (RetryMessage.read(message) instanceof Retry.OfRelease release) {
            return () -> releases.rescue(release);
        }
        Retry.OfProbe probe = RetryMessage.read(message, Retry.OfProbe.class);
        return () -> LOG.warn("probe given up subscription={}", probe.subscription().id());
    }

    private <T extends Retry> Optional<T> read(String trigger, String message, Class<T> kind) {
        return notices.read(trigger, () -> RetryMessage.read(message, kind));
    }

    /**
     * Schedules again the deliveries, validations and probes whose messages were lost, and measures
     * how long others have been waiting.
     */
    @FunctionName("SweepDeliveries")
    public void sweepDeliveries(
            @TimerTrigger(name = "timer", schedule = "0 * * * * *") String timer) {
        InTurn.all(() -> sweep.sweep(clock.instant().minus(OVERDUE)), oldest::measure);
    }
}
