package no.altinn.events.feed;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.InvalidEvent;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The events that the change feed hands on in one go. Immutable.
 *
 * @param events in the feed's order
 * @param oldestWrite when the oldest of the documents was written, to the second; empty when no
 *     document says when
 * @param malformed how many documents were left out because they hold no event
 */
public record FeedBatch(List<Event> events, Optional<Instant> oldestWrite, int malformed) {
    private static final Logger LOG = LoggerFactory.getLogger(FeedBatch.class);

    public FeedBatch {
        events = List.copyOf(events);
    }

    /**
     * Reads an array of documents; unknown members are ignored. A document that holds no event is
     * logged and left out: to read it again would never help, and would hold up every later
     * document. An erased event is left out too. Its document comes again when the event is erased,
     * for then it changes.
     *
     * @throws MalformedMessage if the text is no JSON array
     */
    public static FeedBatch read(String jsonArray) {
        JsonNode documents = MessageFields.of(jsonArray).node();
        if (!documents.isArray()) {
            throw new MalformedMessage("The change feed's documents are no JSON array.");
        }
        List<Optional<Event>> read =
                each(documents)
                        .filter(document -> !EventDocument.isErased(document))
                        .map(FeedBatch::event)
                        .toList();
        List<Event> events = read.stream().flatMap(Optional::stream).toList();
        return new FeedBatch(
                events,
                each(documents)
                        .map(document -> document.path(EventDocument.WRITTEN))
                        .filter(JsonNode::canConvertToLong)
                        .map(second -> Instant.ofEpochSecond(second.longValue()))
                        .min(Comparator.naturalOrder()),
                read.size() - events.size());
    }

    private static Stream<JsonNode> each(JsonNode documents) {
        return StreamSupport.stream(documents.spliterator(), false);
    }

    private static Optional<Event> event(JsonNode document) {
        try {
            return Optional.of(EventReader.stored(EventDocument.text(document)));
        } catch (MalformedMessage | InvalidEvent e) {
            LOG.error("A document of the change feed holds no event.", e);
            return Optional.empty();
        }
    }
}
