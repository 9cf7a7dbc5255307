package no.altinn.events.event;

/** Events that are read in one registration order. */
public sealed interface EventStream {
    /** Calls the visitor's method for this kind, and returns what it returns. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Reads a stream. Each kind has a method, so a new kind does not compile before every reader
     * handles it.
     */
    interface Visitor<R> {
        R ofResource(OfResource stream);

        R ofAppsAbout(OfAppsAbout stream);
    }

    /** All events of one resource. */
    record OfResource(String resource) implements EventStream {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofResource(this);
        }
    }

    /** The events of every app about one subject, for example {@code /party/50000001}. */
    record OfAppsAbout(String subject) implements EventStream {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofAppsAbout(this);
        }
    }
}
