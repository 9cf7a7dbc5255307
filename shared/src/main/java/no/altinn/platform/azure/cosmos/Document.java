package no.altinn.platform.azure.cosmos;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;

/** A document as it was read. */
public record Document(JsonNode json) {
    public String id() {
        return text("id");
    }

    /** What changes with every write of the document. */
    String etag() {
        return text("_etag");
    }

    /**
     * A text that must be there.
     *
     * @throws IllegalStateException if it is not: somebody else has written the document
     */
    public String text(String name) {
        return textIfAny(name)
                .orElseThrow(() -> new IllegalStateException("A document lacks '" + name + "'."));
    }

    /** A text that may be left out or null. */
    public Optional<String> textIfAny(String name) {
        return Optional.ofNullable(json.path(name).textValue());
    }

    public int number(String name) {
        return json.path(name).intValue();
    }

    /** When its last change had been committed; Cosmos DB tells the second in which it was. */
    public Instant committedBefore() {
        return Instant.ofEpochSecond(json.path("_ts").longValue() + 1);
    }

    /** An instant as documents keep it: {@link no.altinn.events.feed.EventDocument#time}. */
    public Instant instant(String name) {
        return Instant.parse(text(name));
    }
}
