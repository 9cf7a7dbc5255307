package no.altinn.rest.representation;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Members whose single values are read from their texts, as all representations have them. */
abstract class TextFields implements Fields {
    private static final String NUMBER = "[+-]?[0-9]{1,10}";

    /**
     * A member's single value as text.
     *
     * @throws InvalidBody if it is a list or structure
     */
    protected abstract Optional<String> raw(String name);

    @Override
    public final Optional<String> text(String name) {
        return raw(name).filter(text -> !text.isEmpty());
    }

    @Override
    public final OptionalInt number(String name) {
        Optional<String> text = text(name).map(String::strip);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (text.get().matches(NUMBER)) {
            long number = Long.parseLong(text.get());
            if (number == (int) number) {
                return OptionalInt.of((int) number);
            }
        }
        throw refused(name, "a whole number of 32 bits");
    }

    @Override
    public final Optional<Boolean> flag(String name) {
        Optional<String> text = text(name).map(word -> word.strip().toLowerCase(Locale.ROOT));
        if (text.isPresent() && !text.get().matches("true|false")) {
            throw refused(name, "true or false");
        }
        return text.map(Boolean::parseBoolean);
    }

    /** A member that is there more than once, be it in another case. */
    static InvalidBody doubled(String name) {
        return new InvalidBody(
                "The member '%s' is there twice, in this or another case.".formatted(name));
    }

    static InvalidBody refused(String name, String expected) {
        return new InvalidBody("The member '%s' must be %s.".formatted(name, expected));
    }
}
