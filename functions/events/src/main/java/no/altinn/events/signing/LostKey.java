package no.altinn.events.signing;

import no.altinn.platform.client.Unavailable;

/** A key that cannot be read any more, whatever the vault answers. */
final class LostKey extends Unavailable {
    private static final long serialVersionUID = 1L;

    LostKey(String message) {
        super(message);
    }
}
