package no.altinn.local.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.OwnPages;
import no.altinn.platform.http.Answer;
import no.altinn.platform.json.Json;

import org.eclipse.jetty.server.Handler;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Where else on the platform there is something for people. Each place is asked, so that the start
 * page shows a new one as soon as it is served, and none that is not. What answers that it is not
 * well is there all the same. Thread-safe.
 */
public final class Places {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MISSING = 404;

    /**
     * A place.
     *
     * @param name by which the page has words for it
     * @param path from the root
     */
    private record Place(String name, String path) {
        ObjectNode json() {
            return Json.object().put("name", name).put("path", path);
        }
    }

    private static final List<Place> ALL =
            List.of(
                    new Place("eventsPortal", "/events/portal"),
                    new Place("portal", "/portal"),
                    new Place("docs", "/docs"),
                    new Place("restHelp", "/api/help"),
                    new Place("ownerHelp", "/api/serviceowner/help"),
                    new Place("eventsHelp", "/events/api/v1/help"),
                    new Place("authenticationHelp", "/authentication/api/v1/help"),
                    new Place("webhooks", "/webhooks"),
                    new Place("health", "/health"),
                    new Place("services", "/api/metadata"),
                    new Place("clients", "/maskinporten/clients/"),
                    new Place(
                            "maskinporten", "/maskinporten/.well-known/oauth-authorization-server"),
                    new Place("idporten", "/idporten/.well-known/openid-configuration"),
                    new Place(
                            "keys",
                            "/authentication/api/v1/openid/.well-known/openid-configuration/jwks"));

    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * @param base the platform's own address, with a slash at the end
     */
    public Places(URI base) {
        this.base = base;
    }

    /** Serves {@code GET /local/places}. */
    public Handler handler() {
        return Endpoints.builder().get("/local/places", OwnPages.only(request -> list())).build();
    }

    private Answer list() {
        List<CompletableFuture<Boolean>> served = ALL.stream().map(this::isServed).toList();
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("places");
        for (int i = 0; i < ALL.size(); i++) {
            if (served.get(i).join()) {
                list.add(ALL.get(i).json());
            }
        }
        return Answers.json(json.toString());
    }

    private CompletableFuture<Boolean> isServed(Place place) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(place.path())).timeout(PATIENCE).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() != MISSING)
                .exceptionally(Places::isAway);
    }

    /** A place that does not answer is none; anything else is a fault of this program. */
    private static boolean isAway(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof IOException) {
            return false;
        }
        throw new IllegalStateException("A place cannot be asked", cause);
    }
}
