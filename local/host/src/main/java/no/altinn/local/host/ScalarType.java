package no.altinn.local.host;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The types that a {@code @BindingName} parameter may have, and how its text becomes one. */
enum ScalarType {
    TEXT(text -> text, String.class),
    INT(Integer::valueOf, int.class, Integer.class),
    LONG(Long::valueOf, long.class, Long.class),
    DOUBLE(Double::valueOf, double.class, Double.class),
    BOOLEAN(Boolean::valueOf, boolean.class, Boolean.class);

    // An enum's state should be immutable; the functions here are, which Error Prone cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<String, Object> parser;

    @SuppressWarnings(
            "ImmutableEnumChecker") // List.of is immutable; the field's type cannot say so
    private final List<Class<?>> types;

    ScalarType(Function<String, Object> parser, Class<?>... types) {
        this.parser = parser;
        this.types = List.of(types);
    }

    /**
     * The scalar type of a parameter.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ScalarType of(Class<?> type) {
        return Arrays.stream(values())
                .filter(scalar -> scalar.types.contains(type))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "@BindingName cannot bind " + type.getSimpleName()));
    }

    /**
     * The value of a text.
     *
     * @throws IllegalArgumentException if the text is no such value
     */
    Object parse(String text) {
        return parser.apply(text);
    }
}
