package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A service owner who publishes, reads and subscribes with one token, however often the platform is
 * started again. Thread-safe.
 */
final class PlatformClient {
    /** One that the policies let this service owner do everything with. */
    static final String RESOURCE = "urn:altinn:resource:ttd-proof";

    private static final String TOKEN =
            "api/GetEnterpriseToken?env=local&org=ttd&orgNo=991825827"
                    + "&scopes=altinn:events.publish,altinn:events.subscribe";
    private static final int PAGE = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;
    private final String authorization;

    PlatformClient(URI base) throws IOException, InterruptedException {
        this.api = base.resolve("events/api/v1/");
        String basic =
                Base64.getEncoder().encodeToString("test:test".getBytes(StandardCharsets.UTF_8));
        this.authorization =
                "Bearer "
                        + http.send(
                                        HttpRequest.newBuilder(base.resolve(TOKEN))
                                                .header("Authorization", "Basic " + basic)
                                                .build(),
                                        BodyHandlers.ofString())
                                .body();
    }

    /**
     * Publishes an event.
     *
     * @return the answer's status
     */
    int publish(String id) throws IOException, InterruptedException {
        String event =
                Json.object()
                        .put("specversion", "1.0")
                        .put("id", id)
                        .put("source", "https://ttd.no/proof")
                        .put("type", "proof.published")
                        .put("resource", RESOURCE)
                        .put("subject", "/party/50000001")
                        .toString();
        return post("events", "application/cloudevents+json", event).statusCode();
    }

    /**
     * Subscribes to every event.
     *
     * @return the subscription's id
     */
    int subscribe(URI endPoint) throws IOException, InterruptedException {
        String subscription =
                Json.object()
                        .put("endPoint", endPoint.toString())
                        .put("resourceFilter", RESOURCE)
                        .toString();
        HttpResponse<String> answer = post("subscriptions", "application/json", subscription);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.parse(answer.body()).get("id").intValue();
    }

    /** Whether a subscription's endpoint has been found to answer. */
    boolean isValidated(int subscription) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(api.resolve("subscriptions/" + subscription));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body()).get("validated").booleanValue();
    }

    /** The ids of all events from the start, as long as there is a next page. */
    List<String> readAll() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        Optional<String> page =
                Optional.of(api + "events?resource=" + RESOURCE + "&after=0&size=" + PAGE);
        while (page.isPresent()) {
            HttpResponse<String> answer = get(URI.create(page.get()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            for (JsonNode event : Json.parse(answer.body())) {
                ids.add(event.get("id").textValue());
            }
            page = answer.headers().firstValue("next");
        }
        return ids;
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(request(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String contentType, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(api.resolve(path))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", authorization);
    }
}
