package no.altinn.rest.odata;

import no.altinn.rest.representation.Members;

import java.util.Optional;

/**
 * A member of the resources.
 *
 * @param name in the case that answers have it in
 */
record Property(String name) implements Expression {
    @Override
    public Kind check(ListType type) {
        if (type.texts().contains(name)) {
            return Kind.TEXT;
        }
        if (type.numbers().contains(name)) {
            return Kind.NUMBER;
        }
        if (type.times().contains(name)) {
            return Kind.TIME;
        }
        if (type.flags().contains(name)) {
            return Kind.FLAG;
        }
        throw new InvalidQuery(
                "Could not find property named '%s' on type '%s'".formatted(name, type.name()));
    }

    @Override
    public Optional<Object> value(ListType type, Members members) {
        return members.find(name).flatMap(check(type)::of);
    }
}
