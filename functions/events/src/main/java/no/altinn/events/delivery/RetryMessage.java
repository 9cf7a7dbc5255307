package no.altinn.events.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Retry.OfRelease.Look;
import no.altinn.events.event.EventKey;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A retry as a queue carries it.
 *
 * @param queue the queue's name
 * @param json the message's text
 */
public record RetryMessage(String queue, String json) {
    /** The queue of {@link Retry.OfDelivery}. */
    public static final String DELIVERIES = "deliveries";

    /** The queue of {@link Retry.OfRelay}. */
    public static final String RELAYS = "relays";

    /** The queue of {@link Retry.OfValidation}. */
    public static final String VALIDATIONS = "validations";

    /** The queue of {@link Retry.OfProbe} and {@link Retry.OfRelease}. */
    public static final String PROBES = "probes";

    /** The queue of {@link Retry.OfJob}. */
    public static final String JOBS = "jobs";

    /**
     * Every queue that a function waits at. Two are the host's own: it puts the relays and the
     * releases there that it has given up.
     */
    public static final List<String> QUEUES =
            List.of(
                    DELIVERIES,
                    RELAYS,
                    RELAYS + "-poison",
                    VALIDATIONS,
                    PROBES,
                    PROBES + "-poison",
                    JOBS);

    private static final String KIND = "retry";
    private static final String DELAY = "delay";
    private static final String AFTER = "after";
    private static final String UNTIL = "until";
    private static final String DISCARD_UNTIL = "discardUntil";
    private static final String IS_PLACED = "placed";

    /** The message of this retry. */
    public static RetryMessage of(Retry retry) {
        if (retry instanceof Retry.OfDelivery delivery) {
            return delivery(delivery.notice());
        }
        if (retry instanceof Retry.OfRelay relay) {
            return relay(relay);
        }
        if (retry instanceof Retry.OfProbe probe) {
            return message(PROBES, of("probe", probe.subscription()));
        }
        if (retry instanceof Retry.OfRelease release) {
            return release(release);
        }
        if (retry instanceof Retry.OfJob job) {
            return job(job);
        }
        return validation((Retry.OfValidation) retry);
    }

    /**
     * Reads the retry of a message.
     *
     * @throws MalformedMessage if the text is no retry
     */
    public static Retry read(String json) {
        MessageFields fields = MessageFields.of(json);
        String kind = fields.text(KIND);
        return switch (kind) {
            case "delivery" -> new Retry.OfDelivery(notice(fields));
            case "relay" ->
                    new Retry.OfRelay(
                            new EventKey(fields.text("resource"), MessageId.of(fields, "document")),
                            MessageId.attempts(fields, "attempt"),
                            piece(fields));
            case "validation" ->
                    new Retry.OfValidation(
                            fields.number("subscriptionId"), fields.number("attempt"));
            case "probe" -> new Retry.OfProbe(subscription(fields));
            case "release" -> release(fields);
            case "job" ->
                    new Retry.OfJob(fields.number("subscriptionId"), MessageId.of(fields, "jobId"));
            default -> throw new MalformedMessage("The message is of an unknown kind.");
        };
    }

    /**
     * Reads the retry of a message of one kind.
     *
     * @throws MalformedMessage if the text is no retry, or one of another kind
     */
    public static <T extends Retry> T read(String json, Class<T> kind) {
        Retry retry = read(json);
        if (!kind.isInstance(retry)) {
            throw new MalformedMessage("The message is of another kind than its queue.");
        }
        return kind.cast(retry);
    }

    /**
     * The same message, which tells how long its queue hides it at first.
     *
     * @param seconds 0 and up
     */
    public RetryMessage hiddenFor(long seconds) {
        if (seconds == 0) {
            return this;
        }
        ObjectNode told = (ObjectNode) MessageFields.of(json).node();
        return message(queue, told.put(DELAY, seconds));
    }

    /** How long the queue hid a message at first; zero where the text does not tell it. */
    public static Duration delayOf(String json) {
        try {
            return Duration.ofSeconds(
                    Math.max(0, MessageFields.of(json).optionalNumber(DELAY).orElse(0)));
        } catch (MalformedMessage e) {
            return Duration.ZERO;
        }
    }

    private static RetryMessage delivery(DeliveryNotice notice) {
        ObjectNode json =
                kind("delivery")
                        .put("subscriptionId", notice.key().subscriptionId())
                        .put("deliveryId", notice.key().id())
                        .put("attempt", notice.attempt());
        if (notice.isPlaced()) {
            json.put(IS_PLACED, true);
        }
        return message(DELIVERIES, json);
    }

    private static DeliveryNotice notice(MessageFields fields) {
        return new DeliveryNotice(
                new DeliveryKey(
                        fields.number("subscriptionId"), MessageId.of(fields, "deliveryId")),
                fields.number("attempt"),
                fields.flag(IS_PLACED));
    }

    private static RetryMessage relay(Retry.OfRelay relay) {
        ObjectNode json =
                kind("relay")
                        .put("resource", relay.event().resource())
                        .put("document", relay.event().document())
                        .put("attempt", relay.attempt());
        if (!relay.piece().equals(Piece.ALL)) {
            json.put(AFTER, relay.piece().after()).put(UNTIL, relay.piece().until());
        }
        return message(RELAYS, json);
    }

    /** A message without a piece is about every subscription. */
    private static Piece piece(MessageFields fields) {
        return new Piece(
                fields.optionalNumber(AFTER).orElse(Piece.ALL.after()),
                fields.optionalNumber(UNTIL).orElse(Piece.ALL.until()));
    }

    private static RetryMessage validation(Retry.OfValidation validation) {
        return message(
                VALIDATIONS,
                kind("validation")
                        .put("subscriptionId", validation.subscriptionId())
                        .put("attempt", validation.attempt()));
    }

    private static RetryMessage release(Retry.OfRelease release) {
        ObjectNode json =
                of("release", release.subscription())
                        .put("look", release.look().name().toLowerCase(Locale.ROOT));
        release.discardUntil().ifPresent(until -> json.put(DISCARD_UNTIL, until.toString()));
        return message(PROBES, json);
    }

    private static ObjectNode of(String kind, SubscriptionKey subscription) {
        return kind(kind)
                .put("subscriptionId", subscription.id())
                .put("resource", subscription.resource())
                .put("fingerprint", subscription.fingerprint());
    }

    private static SubscriptionKey subscription(MessageFields fields) {
        return new SubscriptionKey(
                fields.number("subscriptionId"),
                fields.text("resource"),
                MessageId.orEmpty(fields, "fingerprint"));
    }

    private static Retry.OfRelease release(MessageFields fields) {
        try {
            return new Retry.OfRelease(
                    subscription(fields),
                    Look.valueOf(fields.text("look").toUpperCase(Locale.ROOT)),
                    fields.optionalText(DISCARD_UNTIL).map(Instant::parse));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedMessage("The message is no look at what is held.", e);
        }
    }

    private static RetryMessage job(Retry.OfJob job) {
        return message(
                JOBS,
                kind("job").put("subscriptionId", job.subscriptionId()).put("jobId", job.jobId()));
    }

    private static ObjectNode kind(String kind) {
        return Json.object().put(KIND, kind);
    }

    private static RetryMessage message(String queue, ObjectNode json) {
        return new RetryMessage(queue, json.toString());
    }
}
