package no.altinn.rest.representation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The members of a request's body, in whichever representation they came. Names are found in any
 * case; a number may stand in a text; a list is found under its name, under {@code _embedded} and
 * as HAL+XML's embedded resources. An empty text is no value.
 *
 * <p>Every method throws {@link InvalidBody} if the member is there and of another kind.
 */
public interface Fields {
    Optional<String> text(String name);

    OptionalInt number(String name);

    Optional<Boolean> flag(String name);

    /** The structures of a list; empty when it is left out. */
    List<Fields> list(String name);

    /** The texts of a list; empty when it is left out. */
    List<String> texts(String name);

    Optional<Fields> structure(String name);

    /** The structures of a body that is itself a list; empty for any other. */
    default List<Fields> items() {
        return List.of();
    }

    /** The names of all members that are there, as they were sent; none where nobody asks. */
    default Set<String> names() {
        return Set.of();
    }

    /** Whether the member is there, whatever its value. */
    boolean has(String name);

    /**
     * A text that must be there.
     *
     * @throws InvalidBody if it is left out
     */
    default String required(String name) {
        return text(name)
                .orElseThrow(() -> new InvalidBody("The member '" + name + "' is missing."));
    }
}
