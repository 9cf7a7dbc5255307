package no.altinn.events.publish;

import java.net.URI;

/** An app sent an event whose source is another app; the message may go back to the app. */
public final class ForeignSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignSource(String app, URI source) {
        super("%s is not authorized to create events for %s".formatted(app, source));
    }
}
