package no.altinn.rest.odata;

import no.altinn.rest.representation.Members;

import java.util.Optional;

/** A condition that must not hold. */
record Not(Expression inner) implements Expression {
    @Override
    public Kind check(ListType type) {
        inner.require(Kind.FLAG, type);
        return Kind.FLAG;
    }

    @Override
    public Optional<Object> value(ListType type, Members members) {
        return Optional.of(!inner.holds(type, members));
    }
}
