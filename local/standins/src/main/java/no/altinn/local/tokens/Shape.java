package no.altinn.local.tokens;

import java.util.function.Consumer;

/**
 * A way in which a token may differ from the usual one.
 *
 * @param name what {@code shape} calls it
 * @param change does nothing to a token that lacks what it is about
 */
record Shape(String name, Consumer<Draft> change) {

    void applyTo(Draft draft) {
        change.accept(draft);
    }
}
