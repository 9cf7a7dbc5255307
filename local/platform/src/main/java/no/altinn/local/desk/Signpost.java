package no.altinn.local.desk;

import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import org.eclipse.jetty.server.Handler;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Tells who asks for what is not there below {@code /local/} what is. */
public final class Signpost {
    /** What the handlers before this one answer below {@code /local/}. */
    static final List<String> ANSWERED =
            List.of(
                    "GET callers",
                    "GET files",
                    "GET places",
                    "GET guides",
                    "GET guides/{name}",
                    "GET events",
                    "GET event?resource=&document=",
                    "GET subscriptions",
                    "POST subscriptions/{id}/try",
                    "GET deliveries",
                    "POST deliveries/{subscription}/{id}/try",
                    "GET decision?caller=&action=&resource=",
                    "GET inboxes",
                    "GET inboxes/{name}");

    private static final String NOTHING =
            "There is nothing at this address with this method. Below /local/ there is: %s."
                    .formatted(String.join(", ", ANSWERED));

    private Signpost() {}

    /** Answers every request below {@code /local} with 404. */
    public static Handler handler() {
        BiFunction<Request, Map<String, String>, Answer> nothing =
                (request, path) -> {
                    throw Problem.of(404, NOTHING);
                };
        Endpoints.Builder endpoints = Endpoints.builder();
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
            endpoints.route(method, "/local/{*path}", nothing);
        }
        return endpoints.build();
    }
}
