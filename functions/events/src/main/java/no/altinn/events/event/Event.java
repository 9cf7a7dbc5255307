package no.altinn.events.event;

import static java.util.stream.Collectors.toUnmodifiableMap;

import no.altinn.events.event.JsonMembers.Value;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CloudEvent 1.0 as its exact JSON text and the attributes that rules read. The text is what is
 * stored, answered and pushed: no number, key order or null of the data is touched. Immutable;
 * equal when the texts are.
 */
public final class Event {
    private final Map<String, String> attributes;
    private final URI source;
    private final EventKey key;
    private final String json;

    /**
     * The event with these members, of which id, source and type are there as strings.
     *
     * @param json the text of all members
     * @throws IllegalArgumentException if the source is no URI
     */
    Event(Map<String, Value> members, String json) {
        this.attributes =
                Stream.of("id", "type", "subject", "time", "resourceinstance", "alternativesubject")
                        .filter(members::containsKey)
                        .collect(toUnmodifiableMap(name -> name, name -> members.get(name).text()));
        this.source = URI.create(members.get("source").text());
        String resource = members.containsKey("resource") ? members.get("resource").text() : "";
        this.key = EventKey.of(resource, source.toString(), id());
        this.json = json;
    }

    public String id() {
        return attributes.get("id");
    }

    public URI source() {
        return source;
    }

    public String type() {
        return attributes.get("type");
    }

    /**
     * The URN of what the event is about, for example {@code urn:altinn:resource:app_ttd_apps};
     * empty for an event that nobody may read.
     */
    public String resource() {
        return key.resource();
    }

    public Optional<String> subject() {
        return attribute("subject");
    }

    /** When it happened, to the nanosecond; the text of the attribute may have more decimals. */
    public Optional<Instant> time() {
        return attribute("time").flatMap(Timestamp::parseStored);
    }

    /** The party and instance of an app event: {@code {party}/{guid}}. */
    public Optional<String> resourceInstance() {
        return attribute("resourceinstance");
    }

    /** The subject under another name, for example {@code /organisation/310000001}. */
    public Optional<String> alternativeSubject() {
        return attribute("alternativesubject");
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Where the event is kept, derived from its identity: source and id. */
    public EventKey key() {
        return key;
    }

    /** The event as one JSON object in structured mode. */
    public String json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Event event && json.equals(event.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The key alone: an event's data may be personal and has no place in a log. */
    @Override
    public String toString() {
        return key.toString();
    }
}
