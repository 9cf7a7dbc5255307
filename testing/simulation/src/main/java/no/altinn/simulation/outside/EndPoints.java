package no.altinn.simulation.outside;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.fault.Guard;
import no.altinn.simulation.store.StoredDeliveries;
import no.altinn.simulation.time.World;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of consumers, their moods, and the calls that they got. Not thread-safe. */
public final class EndPoints {
    private static final Duration MOMENT = Duration.ofMillis(120);
    private static final Duration SLOW = Duration.ofSeconds(15);

    private final World world;
    private final Faults faults;
    private final StoredDeliveries deliveries;
    private final KeyBook keys = new KeyBook();
    private final Map<URI, Mood> moods = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    /**
     * Endpoints that all are well.
     *
     * @param deliveries tells what is known of a delivery when its endpoint is called
     */
    public EndPoints(World world, Faults faults, StoredDeliveries deliveries) {
        this.world = world;
        this.faults = faults;
        this.deliveries = deliveries;
    }

    /** How an endpoint answers. */
    public enum Mood {
        /** With 200, at once. */
        WELL,
        /** With 200, after seconds. */
        SLOW,
        /** With 503. */
        FAILING,
        /** Not at all. */
        SILENT,
        /** With 429, and a wish to be called later. */
        BUSY,
        /** With 410. */
        GONE
    }

    /**
     * A call that reached an endpoint.
     *
     * @param id the delivery's, or that of a validation
     * @param permitted when the policy was asked about the delivery; empty for validations
     * @param round the delivery's round
     * @param isTaken whether the endpoint took the event, whatever its caller learnt of that
     */
    public record Call(
            Instant at,
            int subscription,
            String id,
            Optional<Instant> permitted,
            int round,
            boolean isTaken) {}

    /** Has an endpoint answer by this mood from now on. */
    public void set(URI endPoint, Mood mood) {
        world.tell("endpoint " + endPoint.getHost() + " " + mood);
        moods.put(endPoint, mood);
    }

    /** What owners know of the keys that requests are signed with. */
    public KeyBook keys() {
        return keys;
    }

    /** Every call so far. */
    public List<Call> calls() {
        return calls;
    }

    /** Answers a call of a process. The answer takes a while. */
    public WebhookReply post(Guard caller, WebhookRequest request, Duration timeout) {
        int subscription = Integer.parseInt(request.headers().get("altinn-subscription"));
        keys.look(subscription, request, world.now());
        Mood mood = moods.getOrDefault(request.endPoint(), Mood.WELL);
        caller.pass(duration(mood, timeout));
        return mood == Mood.SILENT
                ? WebhookReply.failed(ErrorKind.TIMEOUT, "simulated: no answer")
                : answered(caller, request, mood);
    }

    private Duration duration(Mood mood, Duration timeout) {
        return switch (mood) {
            case SILENT -> timeout;
            case SLOW -> faults.chance().between(MOMENT, SLOW);
            default -> faults.chance().upTo(MOMENT);
        };
    }

    private WebhookReply answered(Guard caller, WebhookRequest request, Mood mood) {
        boolean isTaken = mood == Mood.WELL || mood == Mood.SLOW;
        int subscription = Integer.parseInt(request.headers().get("altinn-subscription"));
        String id = request.headers().get("webhook-id");
        Optional<Delivery> delivery = deliveries.find(new DeliveryKey(subscription, id));
        calls.add(
                new Call(
                        world.now(),
                        subscription,
                        id,
                        delivery.map(Delivery::permittedAt),
                        delivery.map(one -> one.round().number()).orElse(0),
                        isTaken));
        world.tell("endpoint of " + subscription + (isTaken ? " took " : " refused ") + id);
        if (isTaken && faults.happens(faults.rates().lostAnswer(), Faults.Kind.LOST_ANSWER)) {
            return WebhookReply.failed(ErrorKind.CUT, "simulated: cut");
        }
        caller.mayCrash(faults.rates().crashAfter(), "after the call of an endpoint");
        return reply(mood);
    }

    private WebhookReply reply(Mood mood) {
        return switch (mood) {
            case WELL, SLOW -> WebhookReply.answered(200);
            case BUSY ->
                    WebhookReply.answered(429)
                            .withRetryAfter(Integer.toString(faults.chance().nextInt(1, 300)));
            case GONE -> WebhookReply.answered(410);
            default -> WebhookReply.answered(503);
        };
    }
}
