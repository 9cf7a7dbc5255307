package no.altinn.rest.odata;

import no.altinn.rest.representation.Members;

import java.util.Optional;

/**
 * A value that stands in the filter itself.
 *
 * @param text as it stands there, without quotation marks
 */
record Literal(Kind kind, String text) implements Expression {
    static final Literal NULL = new Literal(Kind.NULL, "null");

    @Override
    public Kind check(ListType type) {
        return kind;
    }

    @Override
    public Optional<Object> value(ListType type, Members members) {
        return kind.of(text);
    }
}
