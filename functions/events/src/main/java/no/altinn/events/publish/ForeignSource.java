package no.altinn.events.publish;

import java.net.URI;

/** An app sent an event whose source is another app; the message may go back to the app. */
public final class ForeignSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String app;

    ForeignSource(String app, URI source) {
        super("%s is not authorized to create events for %s".formatted(app, source));
        this.app = app;
    }

    /** The message as the log has it: without the source, which names a party. */
    public String logged() {
        return "The app '%s' sent an event with another app's source.".formatted(app);
    }
}
