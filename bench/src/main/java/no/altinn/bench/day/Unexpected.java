package no.altinn.bench.day;

import java.io.IOException;

/** An answer with an unexpected status. */
final class Unexpected extends IOException {
    private static final long serialVersionUID = 1;

    Unexpected(String message) {
        super(message);
    }
}
