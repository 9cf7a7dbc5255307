package no.altinn.events.policy;

import no.altinn.events.event.AppSource;
import no.altinn.events.event.AttributeText;
import no.altinn.events.event.Event;
import no.altinn.platform.pdp.Attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The resource category of the decisions about events: which attributes say what is touched. */
public final class ResourceAttributes {
    private static final String RESOURCE_INSTANCE = "urn:altinn:resource:instance-id";
    private static final String INSTANCE = "urn:altinn:instance-id";
    private static final String PARTY = "urn:altinn:partyid";

    private ResourceAttributes() {}

    /** An event on any resource. */
    public static List<Attribute> ofEvent(Event event, Optional<Attribute> subject) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(eventId(event));
        attributes.add(Attribute.of("urn:altinn:eventtype", event.type()).informative());
        attributes.add(
                Attribute.of("urn:altinn:eventsource", event.source().toString()).informative());
        attributes.add(ofResource(event.resource()));
        subject.ifPresent(attributes::add);
        event.resourceInstance()
                .ifPresent(instance -> attributes.add(Attribute.of(RESOURCE_INSTANCE, instance)));
        return attributes;
    }

    /** An event about an app's instance, for one who reads it. */
    public static List<Attribute> ofInstance(Event event, AppSource app) {
        List<Attribute> attributes = new ArrayList<>(ofApp(app.org(), app.app()));
        attributes.add(eventId(event));
        attributes.add(Attribute.of(INSTANCE, app.instance()).included());
        app.party().ifPresent(party -> attributes.add(Attribute.of(PARTY, party)));
        return attributes;
    }

    /**
     * An app's event on its way to its consumers. The party is the event's subject: with the
     * source's beside it, a permit for either would open both.
     */
    public static List<Attribute> ofAppEvent(Event event, Optional<Attribute> subject) {
        Optional<AppSource> source =
                event.type().startsWith("app.") ? AppSource.of(event.source()) : Optional.empty();
        List<Attribute> attributes = new ArrayList<>();
        source.or(() -> AppName.of(event.resource()))
                .ifPresent(app -> attributes.addAll(ofApp(app.org(), app.app())));
        attributes.add(eventId(event));
        attributes.add(ofResource(event.resource()));
        source.filter(app -> !app.instance().isEmpty())
                .ifPresent(app -> attributes.add(Attribute.of(INSTANCE, app.instance())));
        subject.or(() -> source.flatMap(AppSource::party).map(id -> Attribute.of(PARTY, id)))
                .ifPresent(attributes::add);
        return attributes;
    }

    /** The events of an app. */
    public static List<Attribute> ofApp(String org, String app) {
        return List.of(
                Attribute.of("urn:altinn:org", org),
                Attribute.of("urn:altinn:app", app),
                Attribute.of("urn:altinn:appresource", "events"));
    }

    /** A resource, its URN split at the last colon. */
    public static Attribute ofResource(String urn) {
        int colon = urn.lastIndexOf(':');
        return Attribute.of(urn.substring(0, colon), urn.substring(colon + 1));
    }

    private static Attribute eventId(Event event) {
        // The answer repeats it. What cannot be sent as it is would come back as something else,
        // and no decision on the same page would find its event.
        String id = AttributeText.wellFormed(event.id());
        return Attribute.of("urn:altinn:event-id", id).included().informative();
    }
}
