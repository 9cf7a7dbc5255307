package no.altinn.local.web;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.util.Locale;
import java.util.Optional;

/** Writes answers, always as UTF-8, and makes the answers that every stand-in gives. */
public final class Answers {
    private static final MediaType HTML = new MediaType("text/html");

    private Answers() {}

    /** 200 with JSON. */
    public static Answer json(String body) {
        return Answer.of(200, MediaType.JSON, body);
    }

    /**
     * 200 with a page. Its headers forbid the browser to load anything from elsewhere and to run a
     * script, so text from a client can do no harm.
     */
    public static Answer html(String page) {
        return Answer.of(200, HTML, page)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** Sends the answer and completes the callback. */
    public static void write(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        if (answer.body().isEmpty()) {
            response.write(true, null, callback);
            return;
        }
        String type =
                Optional.ofNullable(response.getHeaders().get(HttpHeader.CONTENT_TYPE))
                        .orElse("text/plain");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, withCharset(type));
        Content.Sink.write(response, true, answer.body(), callback);
    }

    private static String withCharset(String type) {
        return type.toLowerCase(Locale.ROOT).contains("charset=") ? type : type + "; charset=utf-8";
    }
}
