package no.altinn.platform.azure.cosmos;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.TypedMembers;

import java.time.Instant;
import java.util.Optional;

/** A document as it was read. */
public record Document(JsonNode json) {
    public String id() {
        return text("id");
    }

    /** The entity tag, which changes with every write of the document. */
    public String etag() {
        return text("_etag");
    }

    /**
     * A text that must be there.
     *
     * @throws IllegalStateException if it is not there or no text: another program has written the
     *     document
     */
    public String text(String name) {
        return members().text(name);
    }

    /**
     * A text that may be left out or null.
     *
     * @throws IllegalStateException if it is no text
     */
    public Optional<String> textIfAny(String name) {
        return members().optionalText(name);
    }

    private TypedMembers members() {
        return TypedMembers.of(json, what -> new IllegalStateException("In a document " + what));
    }

    /**
     * A whole number; 0 if it is left out. It may also be written as 1.0, for Cosmos DB keeps every
     * number as a double.
     */
    public int number(String name) {
        return json.path(name).intValue();
    }

    /** An instant by which its last change was committed; Cosmos DB knows the second only. */
    public Instant committedBefore() {
        return Instant.ofEpochSecond(json.path("_ts").longValue() + 1);
    }

    /** An instant as documents keep it: RFC 3339, in UTC. */
    public Instant instant(String name) {
        return Instant.parse(text(name));
    }
}
