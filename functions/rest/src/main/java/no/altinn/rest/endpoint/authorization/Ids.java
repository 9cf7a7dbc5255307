package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.door.RestError;

import java.util.OptionalInt;

/** Ids in addresses; what is none is nothing's. */
public final class Ids {
    private Ids() {}

    /** A positive whole number; empty for any other text. */
    public static OptionalInt number(String text) {
        if (!text.matches("[1-9][0-9]{0,9}")) {
            return OptionalInt.empty();
        }
        long number = Long.parseLong(text);
        return number > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    /**
     * The same, where it must be one.
     *
     * @throws RestError 404 for any other text
     */
    public static int known(String text) {
        return number(text).orElseThrow(RestError::notFound);
    }

    /**
     * A right holder's.
     *
     * @throws RestError 404 for a text that is none
     */
    static Receiver receiver(String text) {
        return Receiver.read(text).orElseThrow(RestError::notFound);
    }
}
