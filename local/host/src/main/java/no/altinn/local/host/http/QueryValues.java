package no.altinn.local.host.http;

import no.altinn.local.host.BindingValues;
import no.altinn.local.host.route.PercentDecoding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A query's values, decoded: names are one without case and keep their first spelling, the values
 * of a repeated one are joined by a comma. Immutable.
 */
final class QueryValues implements BindingValues {
    // The host keeps the key that a caller may send along from functions.
    private static final String KEY = "code";

    private final Map<String, String> values;

    private QueryValues(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a query.
     *
     * @param raw as sent, without the question mark; empty for none
     */
    static QueryValues of(String raw) {
        if (raw.isEmpty()) {
            return new QueryValues(Map.of());
        }
        Map<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int start = 0;
        while (start <= raw.length()) {
            int ampersand = raw.indexOf('&', start);
            int end = ampersand < 0 ? raw.length() : ampersand;
            if (end > start) {
                add(joined, raw.substring(start, end));
            }
            start = end + 1;
        }
        return new QueryValues(new LinkedHashMap<>(joined));
    }

    private static void add(Map<String, String> joined, String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        joined.merge(
                PercentDecoding.query(name),
                PercentDecoding.query(value),
                (first, next) -> first + "," + next);
    }

    /** What a function sees as query parameters: those with an empty value are not among them. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(values);
        parameters.values().removeIf(String::isEmpty);
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Optional<String> find(String name) {
        return name.equalsIgnoreCase(KEY)
                ? Optional.empty()
                : Optional.ofNullable(values.get(name));
    }
}
