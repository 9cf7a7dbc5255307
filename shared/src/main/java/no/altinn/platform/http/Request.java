package no.altinn.platform.http;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An HTTP request as the rules see it, free of any web server's or host's types. Immutable. */
public final class Request {
    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final Supplier<String> body;

    /**
     * A request whose body has come.
     *
     * @param method the method in upper case
     * @param uri the absolute request URI; its host comes from the client and is never used in
     *     answers
     * @param headers one value a name (repeated headers are joined with commas); names in any case
     * @param body the body's text, empty when there is none
     */
    public Request(String method, URI uri, Map<String, String> headers, String body) {
        this(method, uri, headers, () -> body);
    }

    /**
     * A request whose body may be still to come.
     *
     * @param body gives the body's text, or throws {@link BodyAwaited}
     */
    public Request(String method, URI uri, Map<String, String> headers, Supplier<String> body) {
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        this.method = method;
        this.uri = uri;
        this.headers = Collections.unmodifiableMap(caseless);
        this.body = body;
    }

    /** The method in upper case. */
    public String method() {
        return method;
    }

    /** The absolute request URI; its host comes from the client. */
    public URI uri() {
        return uri;
    }

    /** The headers by their names, which are found in any case. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The header's value; empty when it was not sent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The body's text, empty when there is none.
     *
     * @throws BodyAwaited if it has not come yet
     */
    public String body() {
        return body.get();
    }

    /** The query, parsed from its raw text so that repeated and empty values are kept. */
    public QueryParameters query() {
        return QueryParameters.parse(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    /** Whether the body is in a content coding (RFC 9110 §8.4) other than {@code identity}. */
    public boolean isEncoded() {
        return Arrays.stream(header("Content-Encoding").orElse("").split(",", -1))
                .map(String::strip)
                .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"));
    }

    /** Method and path alone: the rest holds tokens and persons, which must not reach a log. */
    @Override
    public String toString() {
        return method + " " + uri.getRawPath();
    }
}
