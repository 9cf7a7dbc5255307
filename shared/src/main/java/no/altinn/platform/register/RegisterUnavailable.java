package no.altinn.platform.register;

import no.altinn.platform.client.Unavailable;

/** Register gave no answer, or none that can be read. */
public final class RegisterUnavailable extends Unavailable {
    private static final long serialVersionUID = 1L;

    public RegisterUnavailable(String message) {
        super(message);
    }

    public RegisterUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
