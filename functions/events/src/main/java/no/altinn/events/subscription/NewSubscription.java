package no.altinn.events.subscription;

import no.altinn.events.event.EventKey;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subscription that is asked for.
 *
 * @param endPoint where events are to be pushed; empty if the consumer is to fetch them
 * @param consumer who gets the events, for example {@code /org/ttd}
 */
public record NewSubscription(Optional<URI> endPoint, Filters filters, String consumer) {
    /** One whose events are to be pushed. */
    public NewSubscription(URI endPoint, Filters filters, String consumer) {
        this(Optional.of(endPoint), filters, consumer);
    }

    /** The same for the same consumer, filters and endpoint: base64url SHA-256. */
    public String fingerprint() {
        List<String> parts = new ArrayList<>(oldest());
        // What later releases added is a part only where it is set: the others stay as they were.
        filters.conditions().ifPresent(conditions -> parts.add("filters " + conditions.text()));
        return EventKey.digest(parts.toArray(String[]::new));
    }

    private List<String> oldest() {
        return List.of(
                consumer,
                // No endpoint is written so, since a URL has a scheme.
                endPoint.map(URI::toString).orElse("pull"),
                filters.resource(),
                filters.source().map(URI::toString).orElse(""),
                filters.subject().orElse(""),
                filters.alternativeSubject().orElse(""),
                filters.type().orElse(""),
                Boolean.toString(filters.includeSubunits()));
    }
}
