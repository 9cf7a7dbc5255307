package no.altinn.platform.http;

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
     * @throws Problem 400 for a name or value that is no percent-encoded UTF-8
     */
    public static QueryParameters parse(String rawQuery) {
        return new QueryParameters(
                Arrays.stream(rawQuery.split("&"))
                        .filter(Predicate.not(String::isEmpty))
                        .map(QueryParameters::parameter)
                        .toList());
    }

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        String name =
                decode(equals < 0 ? pair : pair.substring(0, equals))
                        .orElseThrow(() -> notEncoded("The name of a query parameter"));
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        return new Parameter(
                name,
                decode(value)
                        .orElseThrow(() -> notEncoded("The query parameter '%s'".formatted(name))));
    }

    private static Optional<String> decode(String text) {
        return PercentEncoding.decode(text.replace('+', ' '));
    }

    private static Problem notEncoded(String what) {
        return Problem.badRequest(
                what + " has a malformed percent escape, or bytes that are no UTF-8.");
    }

    /** The first value that is not empty. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Whether there is a parameter of this name, with a value or without. */
    public boolean has(String name) {
        return parameters.stream().anyMatch(p -> p.name.equalsIgnoreCase(name));
    }

    /** Every value that is not empty, in the order sent. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(p -> p.name.equalsIgnoreCase(name) && !p.value.isEmpty())
                .map(Parameter::value)
                .toList();
    }

    /** The name of the first parameter with a value for which this holds. */
    public Optional<String> nameOf(Predicate<String> value) {
        return parameters.stream()
                .filter(p -> value.test(p.value))
                .map(Parameter::name)
                .findFirst();
    }

    /** The same parameters with one in the place of all that have its name; it comes last. */
    public QueryParameters with(String name, String value) {
        List<Parameter> others =
                new ArrayList<>(
                        parameters.stream().filter(p -> !p.name.equalsIgnoreCase(name)).toList());
        others.add(new Parameter(name, value));
        return new QueryParameters(others);
    }

    /**
     * An address with more in its query: behind what is there, before a fragment.
     *
     * @param more a raw query, which must be encoded already
     */
    public static String appended(String address, String more) {
        int fragment = address.indexOf('#');
        String whole = fragment < 0 ? address : address.substring(0, fragment);
        String rest = fragment < 0 ? "" : address.substring(fragment);
        boolean isOpen = whole.endsWith("?") || whole.endsWith("&");
        String between = whole.indexOf('?') < 0 ? "?" : isOpen ? "" : "&";
        return whole + between + more + rest;
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
