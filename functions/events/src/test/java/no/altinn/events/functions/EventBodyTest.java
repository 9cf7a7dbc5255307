package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.platform.app.Http;
import no.altinn.platform.http.Answer;
import no.altinn.platform.json.Json;
import no.altinn.testing.functions.FakeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class EventBodyTest {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final Event EVENT = SampleEvent.of();

    private final Http http = Answering.http();
    private final List<Event> read = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {STRUCTURED, STRUCTURED + "; charset=utf-8", "Application/CloudEvents+JSON"})
    void structuredModeIsOneEvent(String type) {
        assertThat(send(post(EVENT.json()).with("Content-Type", type))).isEqualTo(200);
        assertThat(read).containsExactly(EVENT);
    }

    @Test
    void batchModeIsMany() {
        String both = "[" + EVENT.json() + "," + SampleEvent.of("id", "2").json() + "]";

        assertThat(send(post(both).with("Content-Type", BATCH))).isEqualTo(200);
        assertThat(read).containsExactly(EVENT, SampleEvent.of("id", "2"));
    }

    @Test
    void binaryModeIsHeadersAndData() {
        assertThat(send(binary("{\"a\":1e400}").with("Content-Type", "application/json")))
                .isEqualTo(200);
        assertThat(read)
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event.json())
                                        .contains("\"id\":\"9\"", "\"data\":{\"a\":1e400}"));
    }

    @Test
    void binaryModeNeedsNoData() {
        assertThat(send(binary(""))).isEqualTo(200);
        assertThat(read).extracting(Event::id).containsExactly("9");
    }

    @Test
    void theModesThatNameThemselvesWinOverHeaders() {
        assertThat(send(binary(EVENT.json()).with("Content-Type", STRUCTURED))).isEqualTo(200);
        assertThat(send(binary("[" + EVENT.json() + "]").with("Content-Type", BATCH)))
                .isEqualTo(200);
        assertThat(read).containsExactly(EVENT, EVENT);
    }

    @ParameterizedTest
    @CsvSource({
        "false, application/json",
        "false, text/plain",
        "false, application/cloudevents+xml",
        "true, application/octet-stream",
        "true, image/png",
        "true, nonsense",
        "true, text/plain; charset=latin1"
    })
    void otherContentTypesAre415(boolean binary, String type) {
        FakeMessage request = binary ? binary("x") : post(EVENT.json());

        assertThat(send(request.with("Content-Type", type))).isEqualTo(415);
    }

    @Test
    void aMissingContentTypeIs415() {
        assertThat(send(post(EVENT.json()))).isEqualTo(415);
        assertThat(send(binary("x"))).isEqualTo(415);
    }

    @Test
    void anUnknownContentTypeIsToldAllThreeModes() {
        assertThat(answer(post("{}").with("Content-Type", "application/json")).getBody().toString())
                .contains(STRUCTURED + " (structured mode)", BATCH + " (batch mode)")
                .contains("ce-specversion", "(binary mode)");
    }

    @Test
    void dataThatIsNoTextIsToldWhereToGo() {
        HttpResponseMessage response =
                answer(binary("x").with("Content-Type", "application/octet-stream"));

        assertThat(response.getBody().toString()).contains("data_base64").contains(STRUCTURED);
    }

    @Test
    void whatIsNoEventIsToldInTheErrorsOfTheBody() {
        HttpResponseMessage response = answer(post("{}").with("Content-Type", STRUCTURED));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Json.parse(response.getBody().toString()).at("/errors/RequestBody/0").asText())
                .contains("specversion");
    }

    @Test
    void aBadResourceIsToldAsTheDetail() {
        String noResource =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\"}";
        HttpResponseMessage response = answer(post(noResource).with("Content-Type", STRUCTURED));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(Json.parse(response.getBody().toString()).get("detail").asText())
                .isEqualTo("A 'resource' property must be defined.");
    }

    @Test
    void theContentTypeIsCheckedBeforeTheBody() {
        assertThat(send(post("{}").with("Content-Type", "application/json"))).isEqualTo(415);
    }

    private static FakeMessage post(String body) {
        return FakeMessage.post("https://h.example/events/api/v1/events", body);
    }

    private static FakeMessage binary(String body) {
        return post(body)
                .with("ce-specversion", "1.0")
                .with("ce-id", "9")
                .with("ce-source", "https://s.example/b")
                .with("ce-type", "t")
                .with("ce-resource", "urn:altinn:resource:r");
    }

    private int send(FakeMessage request) {
        return answer(request).getStatusCode();
    }

    private HttpResponseMessage answer(FakeMessage request) {
        return http.answer(
                request,
                exchange -> {
                    read.addAll(EventBody.of(exchange).events());
                    return Answer.empty(200);
                });
    }
}
