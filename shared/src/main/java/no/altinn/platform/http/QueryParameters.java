package no.altinn.platform.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A query string's parameters in the order sent; names are compared without case. Immutable. */
public final class QueryParameters {
    private record Parameter(String name, String value) {}

    private final List<Parameter> parameters;

    private QueryParameters(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /**
     * Parses a raw query such as {@code type=a&type=b&size=}.
     *
     * @throws Problem 400 for a percent escape that is none
     */
    public static QueryParameters parse(String rawQuery) {
        try {
            return new QueryParameters(
                    Arrays.stream(rawQuery.split("&"))
                            .filter(Predicate.not(String::isEmpty))
                            .map(QueryParameters::parameter)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The query string has a malformed percent escape.", e);
        }
    }

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new Parameter(decode(pair), "")
                : new Parameter(
                        decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The first value that is not empty. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value that is not empty, in the order sent. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(p -> p.name.equalsIgnoreCase(name) && !p.value.isEmpty())
                .map(Parameter::value)
                .toList();
    }

    /** The same parameters with one in the place of all that have its name; it comes last. */
    public QueryParameters with(String name, String value) {
        List<Parameter> others =
                new ArrayList<>(
                        parameters.stream().filter(p -> !p.name.equalsIgnoreCase(name)).toList());
        others.add(new Parameter(name, value));
        return new QueryParameters(others);
    }

    /** The raw query, percent-encoded, without a question mark. */
    @Override
    public String toString() {
        return parameters.stream()
                .map(p -> encode(p.name) + "=" + encode(p.value))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        // The form encoding's "+" for a space is read as a plus sign by strict URI parsers.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
