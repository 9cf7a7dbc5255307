package no.altinn.bench.day;

import java.io.IOException;

/** An answer that is not the one that the day waits for. */
final class Unexpected extends IOException {
    private static final long serialVersionUID = 1;

    Unexpected(String message) {
        super(message);
    }
}
