package no.altinn.rest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import mockwebserver3.RecordedRequest;

import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.rest.happening.RefusedEvent;
import no.altinn.testing.http.LoopbackServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEventsApiTest {
    private static final ObjectNode EVENT = Json.object().put("id", "1");

    private final LoopbackServer server = new LoopbackServer();
    private final HttpEventsApi events =
            new HttpEventsApi(
                    new PlatformService(new PlatformHttp(), server.uri("/"), "key", () -> "token"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEventIsPostedWithATokenOfThePlatform() {
        server.answer(200, "");

        events.store(EVENT);

        RecordedRequest request = server.take();
        assertThat(request.getRequestLine())
                .isEqualTo("POST /events/api/v1/storage/events HTTP/1.1");
        assertThat(request.getHeaders().get("PlatformAccessToken")).isEqualTo("token");
        assertThat(request.getHeaders().get("Ocp-Apim-Subscription-Key")).isEqualTo("key");
        assertThat(request.getHeaders().get("Content-Type"))
                .startsWith("application/cloudevents+json");
        assertThat(request.getBody().utf8()).isEqualTo("{\"id\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void anEventThatIsAtFaultIsRefused(int status) {
        server.answer(status, "");

        assertThatThrownBy(() -> events.store(EVENT))
                .isInstanceOf(RefusedEvent.class)
                .hasMessageContaining("answered " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 500, 503})
    void anyOtherFailureMayPass(int status) {
        for (int i = 0; i < 3; i++) {
            server.answer(status, "");
        }

        assertThatThrownBy(() -> events.store(EVENT)).isInstanceOf(Unavailable.class);
    }
}
