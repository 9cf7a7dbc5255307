package no.altinn.local.tokens;

import java.util.List;
import java.util.Optional;

/**
 * The owners of the tokens when {@code bulkCount} asks for many. Immutable.
 *
 * @param parameter names one of them when one token is wanted
 * @param values as many as there can be
 */
record Bulk(String parameter, List<String> values) {
    /** No owners: {@code bulkCount} is ignored. */
    static final Bulk NONE = new Bulk("", List.of());

    Bulk {
        values = List.copyOf(values);
    }

    /** The first {@code bulkCount} values; none when no bulk is wanted. */
    List<String> wanted(TokenParameters parameters) {
        return values.isEmpty()
                ? List.of()
                : values.stream().limit(parameters.number("bulkCount", Optional.of(0))).toList();
    }
}
