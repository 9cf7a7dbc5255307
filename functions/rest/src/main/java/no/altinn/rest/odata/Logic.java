package no.altinn.rest.odata;

import no.altinn.rest.representation.Members;

import java.util.Optional;

/**
 * Two conditions.
 *
 * @param isBoth whether both must hold; else one will do
 */
record Logic(boolean isBoth, Expression left, Expression right) implements Expression {
    @Override
    public Kind check(ListType type) {
        left.require(Kind.FLAG, type);
        right.require(Kind.FLAG, type);
        return Kind.FLAG;
    }

    @Override
    public Optional<Object> value(ListType type, Members members) {
        boolean first = left.holds(type, members);
        return Optional.of(first == isBoth ? right.holds(type, members) : first);
    }
}
