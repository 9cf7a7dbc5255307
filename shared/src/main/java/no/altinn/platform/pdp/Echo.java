package no.altinn.platform.pdp;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a request an answer repeats.
 *
 * @param values the repeated attributes; empty when it repeats nothing
 */
record Echo(Set<Value> values) {
    /** One repeated attribute, of the category with this URN. */
    record Value(String category, String id, String value) {}

    Echo {
        values = Set.copyOf(values);
    }

    /** What a request asks to be repeated. */
    static Echo expectedOf(DecisionRequest request) {
        return of(request, Attribute::includeInResult);
    }

    /** Whether this could be the answer to the request: it repeats nothing that was not in it. */
    boolean agreesWith(DecisionRequest request) {
        return of(request, attribute -> true).values.containsAll(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    private static Echo of(DecisionRequest request, Predicate<Attribute> which) {
        return new Echo(
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
