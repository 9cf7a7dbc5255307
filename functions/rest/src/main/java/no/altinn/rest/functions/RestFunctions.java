package no.altinn.rest.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.app.RequestSpans;
import no.altinn.platform.http.Request;
import no.altinn.rest.door.Answered;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Door;
import no.altinn.rest.door.Reply;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The HTTP trigger of the whole API: the app routes by itself (rest-api.md §1). */
public final class RestFunctions {
    private static final Logger LOG = LoggerFactory.getLogger(RestFunctions.class);

    private final Door door;
    private final RequestSpans spans;
    private final Clock clock;

    public RestFunctions(Door door, RequestSpans spans, Clock clock) {
        this.door = door;
        this.spans = spans;
        this.clock = clock;
    }

    /** Any request below {@code api/} that no other function answers. */
    @FunctionName("RestRequest")
    public HttpResponseMessage restRequest(
            @HttpTrigger(
                            name = "request",
                            methods = {
                                HttpMethod.GET,
                                HttpMethod.HEAD,
                                HttpMethod.POST,
                                HttpMethod.PUT,
                                HttpMethod.PATCH,
                                HttpMethod.DELETE,
                                HttpMethod.OPTIONS
                            },
                            route = "api/{*path}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> message) {
        return answer(message);
    }

    /** The same where two slashes follow {@code api}, which a catch-all's own part must not. */
    @FunctionName("RestSlashes")
    public HttpResponseMessage restSlashes(
            @HttpTrigger(
                            name = "request",
                            methods = {
                                HttpMethod.GET,
                                HttpMethod.HEAD,
                                HttpMethod.POST,
                                HttpMethod.PUT,
                                HttpMethod.PATCH,
                                HttpMethod.DELETE,
                                HttpMethod.OPTIONS
                            },
                            route = "{*path:regex(^api/)}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> message) {
        return answer(message);
    }

    /** The addresses of SOAP, of which nothing is left but to say so. */
    @FunctionName("SoapRequest")
    public HttpResponseMessage soapRequest(
            @HttpTrigger(
                            name = "request",
                            methods = {HttpMethod.GET, HttpMethod.POST},
                            route = "{*path:regex(External)}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> message) {
        return answer(message);
    }

    private HttpResponseMessage answer(HttpRequestMessage<Optional<String>> message) {
        Instant start = clock.instant();
        Answered answered =
                spans.around(message, () -> answered(message), outcome -> outcome.reply().status());
        // No path and no query: they may name persons.
        LOG.info(
                "request method={} status={} ms={} route={} application={}",
                message.getHttpMethod(),
                answered.reply().status(),
                Duration.between(start, clock.instant()).toMillis(),
                answered.route(),
                answered.application().orElse("-"));
        return render(message, answered.reply());
    }

    private Answered answered(HttpRequestMessage<Optional<String>> message) {
        URI address;
        try {
            address = message.getUri();
        } catch (IllegalArgumentException e) {
            return door.malformed(request(message, URI.create("/")));
        }
        return door.answer(request(message, address));
    }

    private static Request request(HttpRequestMessage<Optional<String>> message, URI address) {
        return new Request(
                message.getHttpMethod().name(),
                address,
                filled(message.getHeaders()),
                () -> message.getBody().orElse(""));
    }

    /** A front that asks about a file on a client's behalf leaves no header out, but empty. */
    private static Map<String, String> filled(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> !header.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static HttpResponseMessage render(HttpRequestMessage<?> message, Reply reply) {
        HttpResponseMessage.Builder builder =
                message.createResponseBuilder(HttpStatusType.custom(reply.status()));
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            builder.header(header.getKey(), header.getValue());
        }
        if (reply.content() instanceof Content.Written written) {
            builder.body(written.text());
        } else if (reply.content() instanceof Content.Bytes bytes) {
            builder.body(bytes.bytes());
        } else if (reply.content() instanceof Content.Stored) {
            // The host would put a charset on the type of an empty text.
            builder.body(new byte[0]);
        }
        return builder.build();
    }
}
