package no.altinn.platform.settings;

import java.util.List;

/** An app cannot start with its settings; the message names every one that is wrong. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettings(List<String> errors) {
        super("The app's settings are not usable: " + String.join("; ", errors) + ".");
    }
}
