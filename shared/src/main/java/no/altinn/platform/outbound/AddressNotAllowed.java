package no.altinn.platform.outbound;

import java.io.IOException;

/** A host's address is none that services of others may be called at. */
public final class AddressNotAllowed extends IOException {
    private static final long serialVersionUID = 1L;

    AddressNotAllowed() {
        super("it is not public");
    }
}
