package no.altinn.events.event;

import io.cloudevents.CloudEvent;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A CloudEvent 1.0 with a resource, as its exact JSON text and the attributes that rules read. The
 * text is what is stored, answered and pushed: no number, key order or null of the data is touched.
 * Immutable; equal when the texts are.
 */
public final class Event {
    private final CloudEvent attributes;
    private final String json;
    private final EventKey key;

    Event(CloudEvent attributes, String resource, String json) {
        this.attributes = attributes;
        this.json = json;
        this.key = EventKey.of(resource, attributes.getSource().toString(), attributes.getId());
    }

    public String id() {
        return attributes.getId();
    }

    public URI source() {
        return attributes.getSource();
    }

    public String type() {
        return attributes.getType();
    }

    /** The URN of what the event is about, for example {@code urn:altinn:resource:app_ttd_apps}. */
    public String resource() {
        return key.resource();
    }

    public Optional<String> subject() {
        return Optional.ofNullable(attributes.getSubject());
    }

    public Optional<OffsetDateTime> time() {
        return Optional.ofNullable(attributes.getTime());
    }

    /** The party and instance of an app event: {@code {party}/{guid}}. */
    public Optional<String> resourceInstance() {
        return extension("resourceinstance");
    }

    /** The subject under another name, for example {@code /organisation/310000001}. */
    public Optional<String> alternativeSubject() {
        return extension("alternativesubject");
    }

    /** An extension attribute as text. */
    private Optional<String> extension(String name) {
        return Optional.ofNullable(attributes.getExtension(name)).map(Objects::toString);
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
