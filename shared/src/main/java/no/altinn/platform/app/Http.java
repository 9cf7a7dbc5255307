package no.altinn.platform.app;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;

import io.opentelemetry.api.trace.Tracer;

import no.altinn.platform.auth.Authentication;
import no.altinn.platform.http.Accept;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.BodyAwaited;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every HTTP function does around its own work: read the request, tell problems as the
 * contract says, leave one line in the log. Thread-safe.
 */
public final class Http {
    private static final Logger LOG = LoggerFactory.getLogger(Http.class);

    private final Authentication authentication;
    private final ErrorAnswers errors;
    private final RequestSpans spans;
    private final Clock clock;

    /** An exchange of requests for answers, the same for every function of an app. */
    public Http(Authentication authentication, ErrorAnswers errors, Tracer tracer, Clock clock) {
        this.authentication = authentication;
        this.errors = errors;
        this.spans = new RequestSpans(tracer);
        this.clock = clock;
    }

    /**
     * Lets the handler answer; whatever goes wrong becomes an answer too.
     *
     * @throws BodyAwaited if the handler asks for a body that has not come yet
     */
    public HttpResponseMessage answer(
            HttpRequestMessage<Optional<String>> message, Handler handler) {
        Instant start = clock.instant();
        Map<String, String> announced = new LinkedHashMap<>();
        Outcome outcome =
                spans.around(
                        message,
                        () -> answerOrProblem(message, handler, announced).with(announced),
                        result -> result.answer().status());
        LOG.info(
                "request method={} status={} ms={} path={}{}",
                message.getHttpMethod(),
                outcome.answer().status(),
                Duration.between(start, clock.instant()).toMillis(),
                path(message),
                outcome.logged());
        return render(message, outcome.answer());
    }

    private Outcome answerOrProblem(
            HttpRequestMessage<Optional<String>> message,
            Handler handler,
            Map<String, String> announced) {
        try {
            return Outcome.of(
                    handler.answer(new Exchange(read(message), authentication, announced)));
        } catch (Problem problem) {
            return Outcome.of(problem, accept(message));
        } catch (BodyAwaited e) {
            // For the host, which calls again when the body is there.
            throw e;
        } catch (RuntimeException e) {
            Optional<Problem> known = errors.of(e);
            if (known.isEmpty() || known.get().answer().status() >= 500) {
                LOG.error("request failed path={}", path(message), e);
            }
            return Outcome.of(
                    known.orElseGet(() -> Problem.of(500, "An unexpected error occurred.")),
                    accept(message));
        }
    }

    /** Not by way of a request, since a request with a malformed address cannot be read. */
    private static Accept accept(HttpRequestMessage<?> message) {
        return message.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Accept"))
                .findFirst()
                .map(header -> Accept.parse(header.getValue()))
                .orElse(new Accept(List.of()));
    }

    private static Request read(HttpRequestMessage<Optional<String>> message) {
        try {
            return new Request(
                    message.getHttpMethod().name(),
                    message.getUri(),
                    message.getHeaders(),
                    () -> message.getBody().orElse(""));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The request's URI is malformed.", e);
        }
    }

    /** Percent-encoded, so without line breaks; without the query, which may name people. */
    private static String path(HttpRequestMessage<Optional<String>> message) {
        try {
            return message.getUri().getRawPath();
        } catch (IllegalArgumentException e) {
            return "(malformed)";
        }
    }

    private static HttpResponseMessage render(
            HttpRequestMessage<Optional<String>> message, Answer answer) {
        HttpResponseMessage.Builder builder =
                message.createResponseBuilder(HttpStatusType.custom(answer.status()));
        // Answers quote what others sent: no browser may take one for a page.
        builder.header("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(builder::header);
        if (!answer.body().isEmpty()) {
            builder.body(answer.body());
        }
        return builder.build();
    }
}
