package no.altinn.events.query;

import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.event.AttributeText;
import no.altinn.platform.http.QueryParameters;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a consumer asks for that looks at the deliveries of a subscription.
 *
 * @param search the newest first
 * @param eventId of events with this id alone; empty for every event
 * @param size the most deliveries of the page, 1 to 100
 * @param pages tells the consumer where to go on
 */
public record DeliveriesRequest(
        DeliverySearch search, Optional<String> eventId, int size, DeliveryPages pages) {
    private static final int DEFAULT_SIZE = 50;
    private static final int MOST = 100;
    private static final int LONGEST_ID = 1_024;

    /**
     * Reads the query parameters.
     *
     * @throws InvalidQuery if one of them is wrong
     */
    public static DeliveriesRequest of(
            QueryParameters parameters, int subscriptionId, SealedCursors cursors, Clock clock) {
        Set<DeliveryStatus> statuses = statuses(parameters);
        Optional<String> eventId = parameters.first("eventId").map(DeliveriesRequest::eventId);
        RecentPeriod period = new RecentPeriod(clock);
        Optional<Instant> from = parameters.first("from").map(it -> period.instant("from", it));
        Optional<Instant> to = parameters.first("to").map(it -> period.instant("to", it));
        from.ifPresent(beginning -> period.requireOrder("from", beginning, "to", to));
        int size = parameters.first("size").map(DeliveriesRequest::size).orElse(DEFAULT_SIZE);
        DeliverySearch search =
                DeliverySearch.newest(subscriptionId, statuses.toArray(DeliveryStatus[]::new))
                        .created(from, to);
        DeliveryPages pages = cursors.ofDeliveries(binding(search, parameters, eventId));
        Optional<DeliveryPlace> after = parameters.first("after").map(pages::open);
        return new DeliveriesRequest(after.map(search::after).orElse(search), eventId, size, pages);
    }

    private static Set<DeliveryStatus> statuses(QueryParameters parameters) {
        return parameters.all("status").stream()
                .map(
                        label ->
                                DeliveryStatus.of(label)
                                        .orElseThrow(DeliveriesRequest::unknownStatus))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static InvalidQuery unknownStatus() {
        return new InvalidQuery(
                "The 'status' parameter must be one of %s."
                        .formatted(
                                Arrays.stream(DeliveryStatus.values())
                                        .map(DeliveryStatus::label)
                                        .collect(Collectors.joining(", "))));
    }

    private static String eventId(String text) {
        if (!AttributeText.fits(text, LONGEST_ID)) {
            throw new InvalidQuery(
                    "The 'eventId' parameter must not be over %d characters."
                            .formatted(LONGEST_ID));
        }
        if (!AttributeText.isAllowed(text)) {
            throw new InvalidQuery("The 'eventId' parameter " + AttributeText.RULE);
        }
        return text;
    }

    private static int size(String text) {
        try {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw wrongSize(e);
        }
        throw wrongSize(null);
    }

    private static InvalidQuery wrongSize(Throwable cause) {
        return new InvalidQuery(
                "The 'size' parameter must be a whole number from 1 to %d.".formatted(MOST), cause);
    }

    /** The texts of the period as they were sent, since now goes on from page to page. */
    private static String binding(
            DeliverySearch search, QueryParameters parameters, Optional<String> eventId) {
        return DeliveryPages.binding(
                search,
                parameters.first("from").orElse(""),
                parameters.first("to").orElse(""),
                eventId.orElse(""));
    }
}
