package no.altinn.events.functions;

import no.altinn.events.event.BinaryMode;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.platform.app.Exchange;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The three content modes in which events come over HTTP (CloudEvents HTTP binding §3). */
final class EventBody {
    static final MediaType STRUCTURED = new MediaType("application/cloudevents+json");
    private static final MediaType BATCH = new MediaType("application/cloudevents-batch+json");
    private static final Set<MediaType> NAMED = Set.of(STRUCTURED, BATCH);

    private static final String MODES =
            ("%s (structured mode) or %s (batch mode); or send the event's attributes"
                            + " in headers ce-*, with ce-specversion among them, and its data as"
                            + " the body (binary mode)")
                    .formatted(STRUCTURED, BATCH);

    private final Supplier<List<Event>> reader;

    private EventBody(Supplier<List<Event>> reader) {
        this.reader = reader;
    }

    /**
     * Finds the mode; the body is not looked at yet.
     *
     * @throws Problem 415 if it is none of the three
     */
    static EventBody of(Exchange exchange) {
        Request request = exchange.request();
        Optional<MediaType> sent = request.header("Content-Type").flatMap(MediaType::parse);
        // The modes that name themselves win over headers that may be left from somewhere else.
        if (!BinaryMode.isUsedBy(request) || sent.filter(NAMED::contains).isPresent()) {
            return exchange.contentType(NAMED::contains, MODES).equals(BATCH)
                    ? new EventBody(() -> EventReader.batch(exchange.json()))
                    : new EventBody(() -> List.of(EventReader.structured(exchange.json())));
        }
        if (request.header("Content-Type").isEmpty() && request.body().isEmpty()) {
            return new EventBody(() -> List.of(withoutData(exchange)));
        }
        exchange.contentType(
                BinaryMode::carries,
                ("JSON or text in binary mode; send other data as data_base64 in %s"
                                + " (structured mode) or %s (batch mode)")
                        .formatted(STRUCTURED, BATCH));
        String contentType = request.header("Content-Type").orElseThrow();
        return new EventBody(
                () -> List.of(BinaryMode.read(request.headers(), contentType, exchange.body())));
    }

    private static Event withoutData(Exchange exchange) {
        // Asked for because it tells of a body that was lost.
        exchange.body();
        return BinaryMode.read(exchange.request().headers());
    }

    /**
     * Reads the body.
     *
     * @return one to 1 000 events
     * @throws Problem if the body is too large, was lost, or is no text
     * @throws no.altinn.events.event.InvalidEvent if it holds no events
     * @throws no.altinn.events.event.InvalidResource if one has no resource, or one that is no URN
     */
    List<Event> events() {
        return reader.get();
    }
}
