package no.altinn.platform.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call to another part of the platform. Immutable.
 *
 * @param method the method in upper case
 * @param uri where to, absolute
 * @param headers one value a name; {@code Content-Type}, so written, for a body that is not {@code
 *     application/json}
 * @param body the text that is sent; empty for none
 */
public record Call(String method, URI uri, Map<String, String> headers, String body) {
    static final String CONTENT_TYPE = "Content-Type";

    public Call {
        headers = Map.copyOf(headers);
    }

    /** Asks for a document. */
    public static Call get(URI uri) {
        return new Call("GET", uri, Map.of(), "");
    }

    /** Posts JSON. Only for questions: a call may be sent more than once. */
    public static Call post(URI uri, String json) {
        return new Call("POST", uri, Map.of(), json);
    }

    /** Posts a form, as OAuth 2.0 has it. A call may be sent more than once. */
    public static Call form(URI uri, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return post(uri, form).with(CONTENT_TYPE, "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same call with one more header. */
    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, uri, more, body);
    }

    /** Method and address without query, user info and body, which may name persons. */
    @Override
    public String toString() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return method + " " + uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
    }
}
