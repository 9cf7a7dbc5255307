package no.altinn.events.subscription;

import no.altinn.events.webhook.places.Addressee;

import java.net.URI;
import java.time.Instant;

/**
 * A consumer's wish to get events.
 *
 * @param id 1 and up
 * @param consumer who gets the events, for example {@code /org/ttd}; it is also who created it
 * @param created when it was first asked for
 */
public record Subscription(
        int id,
        URI endPoint,
        Filters filters,
        String consumer,
        Instant created,
        ValidationState validation) {

    /** Whether its endpoint has answered, so that events are pushed. */
    public boolean isValidated() {
        return validation instanceof ValidationState.Validated && keepsBounds();
    }

    /** Whom its calls are for. */
    public Addressee addressee() {
        return new Addressee(id, consumer, endPoint);
    }

    /** How many characters its texts have. */
    int length() {
        return endPoint.toString().length() + consumer.length() + filters.length();
    }

    /**
     * Whether no text of it is too long. A subscription with a text that is too long was stored by
     * an earlier version: it is shown with the text cut, can be removed, and gets no events.
     */
    public boolean keepsBounds() {
        return TextBound.END_POINT.holds(endPoint.toString()) && filters.keepBounds();
    }
}
