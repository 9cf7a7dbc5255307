package no.altinn.events.webhook.okhttp;

import java.io.IOException;

/** A host's address is none that webhooks may be sent to. */
final class AddressNotAllowed extends IOException {
    private static final long serialVersionUID = 1L;

    AddressNotAllowed() {
        super("it is not public");
    }
}
