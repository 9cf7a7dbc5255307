package no.altinn.events.webhook;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request to an endpoint. Immutable.
 *
 * @param body is sent in UTF-8 exactly as it is here
 * @param headers are sent besides those of every request, in this order. A name is in lower case
 *     (RFC 9110 §5.1), and a value has printable ASCII characters only, so that neither can add
 *     lines to the request
 * @param cause the trace that the event came with (W3C Trace Context {@code traceparent}), for
 *     those who follow the call; it is not sent, and empty if the event has none
 */
public record WebhookRequest(URI endPoint, String body, Map<String, String> headers, String cause) {
    /** A token without upper case (RFC 9110 §5.6.2). */
    private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** The headers of the transport: a second one would change how a request is read. */
    private static final Set<String> OF_TRANSPORT =
            Set.of(
                    "accept-encoding",
                    "connection",
                    "content-encoding",
                    "content-length",
                    "content-type",
                    "expect",
                    "host",
                    "keep-alive",
                    "te",
                    "traceparent",
                    "tracestate",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent");

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if a header's name or value is none that may be sent; the
     *     message does not tell the value
     */
    public WebhookRequest {
        headers.forEach(WebhookRequest::check);
        headers =
                headers.isEmpty()
                        ? Map.of()
                        : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A request that no trace has caused. */
    public WebhookRequest(URI endPoint, String body, Map<String, String> headers) {
        this(endPoint, body, headers, "");
    }

    /** The same request, caused by a trace. */
    public WebhookRequest causedBy(String traceparent) {
        return new WebhookRequest(endPoint, body, headers, traceparent);
    }

    /** A request without headers of its own. */
    public static WebhookRequest of(URI endPoint, String body) {
        return new WebhookRequest(endPoint, body, Map.of());
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A header's name must be a token in lower case of 1 to 100 characters");
        }
        if (OF_TRANSPORT.contains(name)) {
            throw new IllegalArgumentException("The transport sets the header " + name);
        }
        if (!isPrintable(value)) {
            throw new IllegalArgumentException(
                    "The header " + name + " must have printable ASCII characters only");
        }
    }

    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
