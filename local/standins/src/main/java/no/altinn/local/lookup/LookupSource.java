package no.altinn.local.lookup;

import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;

import org.eclipse.jetty.server.Handler;

/**
 * Repeats {@code queryOptions} under {@code /lookup-source/{service}}: as XML or JSON if they look
 * like it, else as plain text. Thread-safe.
 */
public final class LookupSource {
    private static final MediaType XML = new MediaType("application/xml");
    private static final MediaType TEXT = new MediaType("text/plain");

    /** Serves the source. */
    public Handler handler() {
        return Endpoints.builder()
                .route("GET", "/lookup-source/{service}", (request, values) -> repeated(request))
                .build();
    }

    private static Answer repeated(Request request) {
        String asked = request.query().first("queryOptions").orElse("");
        return Answer.of(200, type(asked), asked).with("X-Content-Type-Options", "nosniff");
    }

    private static MediaType type(String text) {
        if (text.startsWith("<")) {
            return XML;
        }
        return text.startsWith("{") || text.startsWith("[") ? MediaType.JSON : TEXT;
    }
}
