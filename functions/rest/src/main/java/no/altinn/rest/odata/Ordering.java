package no.altinn.rest.odata;

import no.altinn.rest.representation.Resource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** In which order resources are wanted: {@code $orderby}. Immutable. */
final class Ordering {
    /** Many members that are alike would be looked at for every two resources. */
    private static final int MOST_KEYS = 10;

    private final List<Key> keys;

    private record Key(Property property, boolean isDescending) {
        Comparator<Resource> of(ListType type) {
            Comparator<Resource> ascending =
                    (one, other) ->
                            compare(
                                    property.value(type, one.members()),
                                    property.value(type, other.members()));
            return isDescending ? ascending.reversed() : ascending;
        }

        /** What is missing comes first. */
        private static int compare(Optional<Object> one, Optional<Object> other) {
            return one.isPresent() && other.isPresent()
                    ? Comparison.compare(one.get(), other.get())
                    : Boolean.compare(one.isPresent(), other.isPresent());
        }
    }

    private Ordering(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads members with {@code asc} or {@code desc} after them, with commas between.
     *
     * @param text empty for no order
     * @throws InvalidQuery if it is too long or of another form
     */
    static Ordering parse(String text) {
        if (text.length() > Filter.LONGEST) {
            throw new InvalidQuery(
                    "The order is too long: the limit is %d characters".formatted(Filter.LONGEST));
        }
        if (text.isBlank()) {
            return new Ordering(List.of());
        }
        Lexer lexer = new Lexer(text);
        List<Key> keys = new ArrayList<>();
        Token token;
        do {
            Token name = lexer.next();
            if (!name.is(Token.Kind.NAME)) {
                throw lexer.syntaxError(name.end());
            }
            token = lexer.next();
            boolean isDescending = token.isWord("desc");
            if (isDescending || token.isWord("asc")) {
                token = lexer.next();
            }
            keys.add(new Key(new Property(name.text()), isDescending));
            if (keys.size() > MOST_KEYS) {
                throw new InvalidQuery(
                        "The order has too many members: the limit is %d".formatted(MOST_KEYS));
            }
        } while (token.is(Token.Kind.COMMA));
        if (!token.is(Token.Kind.END)) {
            throw lexer.syntaxError(token.end());
        }
        return new Ordering(keys);
    }

    boolean isNone() {
        return keys.isEmpty();
    }

    /**
     * Requires that the type has the members.
     *
     * @throws InvalidQuery if it has not
     */
    void check(ListType type) {
        keys.forEach(key -> key.property().check(type));
    }

    /** Compares two resources by the members in order, of which there is one at least. */
    Comparator<Resource> of(ListType type) {
        return keys.stream()
                .map(key -> key.of(type))
                .reduce(Comparator::thenComparing)
                .orElseThrow(() -> new IllegalStateException("There is no order."));
    }
}
