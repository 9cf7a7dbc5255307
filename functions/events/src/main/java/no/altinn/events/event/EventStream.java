package no.altinn.events.event;

/** Events that are read in one registration order. */
public sealed interface EventStream {
    /** All events of one resource. */
    record OfResource(String resource) implements EventStream {}

    /** The events of every app about one subject, for example {@code /party/50000001}. */
    record OfAppsAbout(String subject) implements EventStream {}
}
