package no.altinn.platform.pdp;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

import no.altinn.platform.client.HttpLimits;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.json.Json;
import no.altinn.testing.http.LoopbackServer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A decision point that answers by the ids of the events that it is asked about. */
final class PolicyServer implements AutoCloseable {
    private final List<List<String>> calls = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;

    PolicyServer(Function<List<String>, MockResponse> answer) {
        this.server =
                new LoopbackServer(
                        request -> {
                            List<String> ids = eventIds(request);
                            calls.add(ids);
                            return answer.apply(ids);
                        });
    }

    private static List<String> eventIds(RecordedRequest request) {
        return StreamSupport.stream(
                        Json.parse(request.getBody().utf8()).at("/request/resource").spliterator(),
                        false)
                .map(resource -> resource.at("/attribute/1/value").asText())
                .toList();
    }

    /** One answer for each event. */
    static MockResponse decisions(List<String> eventIds, Function<String, String> decision) {
        return status(
                200,
                eventIds.stream()
                        .map(id -> "{\"decision\":\"" + decision.apply(id) + "\"}")
                        .collect(Collectors.joining(",", "{\"response\":[", "]}")));
    }

    static MockResponse indeterminate() {
        return status(200, "{\"response\":[{\"decision\":\"Indeterminate\"}]}");
    }

    static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /** The events that each request so far was about. */
    List<List<String>> calls() {
        return calls;
    }

    HttpPolicyDecisionPoint client(SideBySide sideBySide) {
        return client(sideBySide, Clock.systemUTC());
    }

    /** The client at the time that a clock tells. */
    HttpPolicyDecisionPoint client(SideBySide sideBySide, Clock clock) {
        return new HttpPolicyDecisionPoint(
                new PlatformHttp(
                        new HttpLimits(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(20),
                                Duration.ZERO,
                                1 << 20)),
                server.uri("/"),
                "key",
                sideBySide,
                clock);
    }

    @Override
    public void close() {
        server.close();
    }
}
