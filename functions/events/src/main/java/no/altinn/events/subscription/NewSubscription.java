package no.altinn.events.subscription;

import no.altinn.events.event.EventKey;

import java.net.URI;

/**
 * A subscription that is asked for.
 *
 * @param consumer who gets the events, for example {@code /org/ttd}
 */
public record NewSubscription(URI endPoint, Filters filters, String consumer) {
    /** The same for the same consumer, filters and endpoint: base64url SHA-256. */
    public String fingerprint() {
        return EventKey.digest(
                consumer,
                endPoint.toString(),
                filters.resource(),
                filters.source().map(URI::toString).orElse(""),
                filters.subject().orElse(""),
                filters.alternativeSubject().orElse(""),
                filters.type().orElse(""),
                Boolean.toString(filters.includeSubunits()));
    }
}
