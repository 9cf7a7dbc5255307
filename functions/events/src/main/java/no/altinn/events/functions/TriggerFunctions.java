package no.altinn.events.functions;

import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.ExponentialBackoffRetry;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.delivery.ProbeEndPoint;
import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.delivery.ReleaseHeld;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.SweepForgotten;
import no.altinn.events.feed.FeedBatch;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.telemetry.MalformedNotices;
import no.altinn.events.telemetry.RelayLag;

import java.time.Clock;
import java.time.Duration;

/** The triggers that carry an event on its way after it was stored. */
public final class TriggerFunctions {
    /**
     * For how long work must have been due to count as forgotten: the longest attempt, twice over.
     */
    private static final Duration OVERDUE = Duration.ofMinutes(2);

    private final RelayEvents relay;
    private final RelayLag lag;
    private final MalformedNotices notices;
    private final DeliverEvent deliver;
    private final SweepForgotten sweep;
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
            ValidateSubscription validation,
            ProbeEndPoint probes,
            ReleaseHeld releases,
            Clock clock) {
        this.relay = relay;
        this.lag = lag;
        this.notices = notices;
        this.deliver = deliver;
        this.sweep = sweep;
        this.validation = validation;
        this.probes = probes;
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * Relays events as they are stored. Without a retry policy the host would move on after an
     * exception, and the batch would be lost. The first run reads the feed from its beginning, so
     * that events stored before it are relayed too.
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
                            maxItemsPerInvocation = 100)
                    String documents) {
        FeedBatch batch = FeedBatch.read(documents);
        relay.relay(batch.events());
        lag.relayed(batch);
    }

    /**
     * Makes a first attempt. If the endpoint fails, the function still succeeds: after a failure
     * the bus would slow down for every consumer. If a store is away, the function fails, so that
     * the bus sends the notice again. What is no notice is told and not asked for again.
     */
    @FunctionName("DeliverEvent")
    public void deliverEvent(@EventGridTrigger(name = "notice") String notice) {
        notices.read(notice).ifPresent(deliver::attempt);
    }

    /** Makes a later attempt. */
    @FunctionName("RetryDelivery")
    public void retryDelivery(
            @QueueTrigger(name = "message", queueName = "deliveries", connection = "Queues")
                    String message) {
        deliver.retry(RetryMessage.read(message, Retry.OfDelivery.class).notice());
    }

    /** Tries again to relay one event, or goes on with the next piece of its recipients. */
    @FunctionName("RetryRelay")
    public void retryRelay(
            @QueueTrigger(name = "message", queueName = "relays", connection = "Queues")
                    String message) {
        relay.retry(RetryMessage.read(message, Retry.OfRelay.class));
    }

    /**
     * Schedules again a relay that the queue gave up. No document says that a relay is due, so its
     * message must not be lost.
     */
    @FunctionName("RescueRelay")
    public void rescueRelay(
            @QueueTrigger(name = "message", queueName = "relays-poison", connection = "Queues")
                    String message) {
        relay.rescue(RetryMessage.read(message, Retry.OfRelay.class));
    }

    /** Calls a new subscription's endpoint. */
    @FunctionName("ValidateSubscription")
    public void validateSubscription(
            @QueueTrigger(name = "message", queueName = "validations", connection = "Queues")
                    String message) {
        Retry.OfValidation retry = RetryMessage.read(message, Retry.OfValidation.class);
        validation.attempt(retry.subscriptionId(), retry.attempt());
    }

    /** Tries an endpoint that was left alone, or has go on what was held for it. */
    @FunctionName("ProbeEndPoint")
    public void probeEndPoint(
            @QueueTrigger(name = "message", queueName = "probes", connection = "Queues")
                    String message) {
        if (RetryMessage.read(message) instanceof Retry.OfRelease release) {
            releases.look(release);
        } else {
            probes.probe(RetryMessage.read(message, Retry.OfProbe.class).subscription());
        }
    }

    /** Schedules again the deliveries, validations and probes whose messages were lost. */
    @FunctionName("SweepDeliveries")
    public void sweepDeliveries(
            @TimerTrigger(name = "timer", schedule = "0 * * * * *") String timer) {
        sweep.sweep(clock.instant().minus(OVERDUE));
    }
}
