package no.altinn.platform.pdp;

import java.util.Comparator;
import java.util.List;

/**
 * All that a decision can depend on: the decisive attributes of a request, whatever their order.
 * Attributes stay apart as values, so that no two requests can be confused by joining texts.
 */
record DecisionKey(List<Term> subject, List<Term> action, List<Term> resource) {
    /** A decisive attribute. */
    record Term(String id, String value, String dataType) {}

    private static final Comparator<Term> ORDER =
            Comparator.comparing(Term::id).thenComparing(Term::value).thenComparing(Term::dataType);

    static DecisionKey of(DecisionRequest request) {
        return new DecisionKey(
                terms(request.subject()), terms(request.action()), terms(request.resource()));
    }

    private static List<Term> terms(List<Attribute> attributes) {
        return attributes.stream()
                .filter(Attribute::decisive)
                .map(a -> new Term(a.id(), a.value(), a.dataType()))
                .sorted(ORDER)
                .toList();
    }
}
