package no.altinn.rest.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.TypedMembers;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry as a document of its table's container, which the change feed hands on: partition, id
 * and labels are members that are searched for, head and body are texts. A body that would grow too
 * long as a JSON string, where every quotation mark takes two characters, is in {@code bodyBase64}
 * instead: the Base64 (RFC 4648 §4) of its UTF-8.
 */
public final class EntryDocument {
    /** The member that holds the head's exact text: a database may keep numbers as doubles. */
    public static final String HEAD = "head";

    /** The member that holds when the entry expires. */
    public static final String EXPIRES = "expires";

    private static final String BODY = "body";
    private static final String BODY_BASE64 = "bodyBase64";

    // Documents may have 2 MiB, and the head is in them too.
    private static final long LONGEST_BODY = 3 << 19;

    // The years of four digits: any other would change the width.
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    // One width, so that the order of the texts is the order of the instants.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
                    .withZone(ZoneOffset.UTC);

    private final Table table;

    /** The documents of a table. */
    public EntryDocument(Table table) {
        this.table = table;
    }

    /**
     * An instant as documents keep it: UTC with nine decimals, sorted as text. An instant before
     * the year 0 or after the year 9999 becomes the first or the last one.
     */
    public static String time(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return TIME.format(FIRST);
        }
        return TIME.format(instant.isAfter(LAST) ? LAST : instant);
    }

    /** The document of an entry, each time a new one. */
    public ObjectNode write(Entry entry) {
        ObjectNode json =
                Json.object().put(table.partition(), entry.partition()).put("id", entry.id());
        entry.labels().forEach((label, value) -> putLabel(json, label, value));
        entry.expires().ifPresent(at -> json.put(EXPIRES, time(at)));
        json.put(HEAD, entry.head().toString());
        if (lengthAsString(entry.body()) <= LONGEST_BODY) {
            return json.put(BODY, entry.body());
        }
        byte[] bytes = entry.body().getBytes(StandardCharsets.UTF_8);
        return json.put(BODY_BASE64, Base64.getEncoder().encodeToString(bytes));
    }

    /** A label of several values is an array, so that a database finds each of them. */
    private void putLabel(ObjectNode json, String label, String value) {
        if (table.lists().contains(label)) {
            Table.values(value).forEach(json.putArray(label)::add);
        } else {
            json.put(label, value);
        }
    }

    /**
     * The entry that a document holds; its body is empty if the document has none.
     *
     * @param version the entry's version
     * @throws MalformedMessage if the document holds no entry
     */
    public Entry read(JsonNode document, String version) {
        TypedMembers members = members(document);
        Map<String, String> labels = new HashMap<>();
        for (String label : table.labels()) {
            members.optionalText(label).ifPresent(value -> labels.put(label, value));
        }
        for (String label : table.lists()) {
            members.optionalTexts(label)
                    .ifPresent(values -> labels.put(label, String.join(" ", values)));
        }
        try {
            return new Entry(
                    members.text(table.partition()),
                    members.text("id"),
                    labels,
                    head(members.text(HEAD)),
                    body(members),
                    members.optionalText(EXPIRES).map(Instant::parse),
                    version);
        } catch (IllegalArgumentException | DateTimeException | MalformedJson e) {
            throw new MalformedMessage("The document's entry cannot be read.", e);
        }
    }

    private static TypedMembers members(JsonNode document) {
        return TypedMembers.of(document, what -> new MalformedMessage("In the document " + what));
    }

    private static ObjectNode head(String text) {
        if (Json.parse(text) instanceof ObjectNode head) {
            return head;
        }
        throw new IllegalArgumentException("The head is no object.");
    }

    private static String body(TypedMembers members) {
        Optional<String> base64 = members.optionalText(BODY_BASE64);
        return base64.isPresent()
                ? new String(Base64.getDecoder().decode(base64.get()), StandardCharsets.UTF_8)
                : members.optionalText(BODY).orElse("");
    }

    /** How many bytes of UTF-8 a text takes as a JSON string. */
    private static long lengthAsString(String text) {
        return text.chars().mapToLong(EntryDocument::lengthAsString).sum();
    }

    private static long lengthAsString(int unit) {
        if (unit < ' ') {
            return 6;
        }
        if (unit == '"' || unit == '\\') {
            return 2;
        }
        return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
}
