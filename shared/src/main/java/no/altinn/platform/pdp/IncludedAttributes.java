package no.altinn.platform.pdp;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The attributes of a request that an answer repeats: those with {@code IncludeInResult}.
 *
 * @param values the repeated attributes; empty when the answer repeats none
 */
record IncludedAttributes(Set<Value> values) {
    /** One repeated attribute, of the category with this URN. */
    record Value(String category, String id, String value) {}

    IncludedAttributes {
        values = Set.copyOf(values);
    }

    /** The attributes that a request asks to be repeated. */
    static IncludedAttributes expectedOf(DecisionRequest request) {
        return of(request, Attribute::includeInResult);
    }

    /** Whether an answer with these attributes can belong to the request, which has them all. */
    boolean agreesWith(DecisionRequest request) {
        return of(request, attribute -> true).values.containsAll(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    private static IncludedAttributes of(DecisionRequest request, Predicate<Attribute> which) {
        return new IncludedAttributes(
                Arrays.stream(Category.values())
                        .flatMap(
                                category ->
                                        category.of(request).stream()
                                                .filter(which)
                                                .map(a -> value(category, a)))
                        .collect(Collectors.toSet()));
    }

    private static Value value(Category category, Attribute attribute) {
        return new Value(category.urn, attribute.id(), attribute.value());
    }
}
