package no.altinn.events.query;

import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.platform.json.Json;
import no.altinn.platform.seal.Seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cursors of one list of deliveries; those of other subscriptions and filters are refused.
 *
 * @param binding the list
 */
public record DeliveryPages(Seal seal, String binding) {
    private static final String MARK = "~";
    private static final char SEPARATOR = ' ';
    private static final int MAX_LENGTH = 500;

    /** What a cursor counts for: the subscription and its filters. */
    static String binding(DeliverySearch search, String from, String to, String eventId) {
        String statuses =
                search.statuses().stream()
                        .map(DeliveryStatus::label)
                        .sorted()
                        .collect(Collectors.joining(","));
        return Stream.of("deliveries of " + search.subscriptionId(), statuses, from, to, eventId)
                .map(Json::string)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The cursor of a place. */
    public String write(DeliveryPlace place) {
        return MARK + seal.seal(place.created().toString() + SEPARATOR + place.id(), binding);
    }

    /**
     * The place of a cursor.
     *
     * @throws InvalidQuery if it is none of this list, or was changed
     */
    DeliveryPlace open(String after) {
        if (!after.startsWith(MARK) || after.length() > MAX_LENGTH) {
            throw foreign(null);
        }
        String opened =
                seal.open(after.substring(MARK.length()), binding).orElseThrow(() -> foreign(null));
        int end = opened.indexOf(SEPARATOR);
        try {
            return new DeliveryPlace(
                    Instant.parse(opened.substring(0, end)), opened.substring(end + 1));
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            throw foreign(e);
        }
    }

    private static InvalidQuery foreign(Throwable cause) {
        return new InvalidQuery(
                "The cursor in the 'after' parameter was not made for this subscription and these"
                        + " filters, was changed, or is too old.",
                cause);
    }
}
