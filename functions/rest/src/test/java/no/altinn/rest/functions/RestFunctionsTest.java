package no.altinn.rest.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;

import no.altinn.platform.app.RequestSpans;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.Set;

class RestFunctionsTest {
    private static final String HOST = "http://localhost/";
    private static final byte[] PDF = {'%', 'P', 'D', 'F', (byte) 0xff};

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final DoorBed bed =
            DoorBed.of(
                            () ->
                                    List.of(
                                            Route.of(
                                                    "GET",
                                                    "{who}/messages/{id}",
                                                    Category.MESSAGE,
                                                    Needs.USER,
                                                    Set.of(),
                                                    visit -> Reply.of(200, new Content.Line("x"))),
                                            Route.open(
                                                    "GET",
                                                    "pdf",
                                                    visit ->
                                                            Reply.of(
                                                                    200,
                                                                    new Content.Bytes(
                                                                            "application/pdf",
                                                                            PDF))),
                                            Route.open(
                                                    "PUT",
                                                    "done",
                                                    visit -> Reply.done("Well done")),
                                            Route.open(
                                                    "POST",
                                                    "fails",
                                                    visit -> {
                                                        throw new IllegalStateException("inside");
                                                    }),
                                            Route.open(
                                                    "POST",
                                                    "echo",
                                                    visit ->
                                                            Reply.of(
                                                                    200,
                                                                    new Content.Line(
                                                                            visit.body()
                                                                                    .required(
                                                                                            "a"))))))
                    .calledBy(DoorBed.A);

    private final RestFunctions functions =
            new RestFunctions(
                    bed.door(),
                    new RequestSpans(TELEMETRY.getOpenTelemetry().getTracer("test")),
                    MutableClock.at("2026-01-02T10:00:00Z"));

    private HttpResponseMessage answer(FakeMessage message) {
        return functions.restRequest(message.with("apikey", DoorBed.ALL));
    }

    @Test
    void aTextIsAnsweredWithItsHeaders() {
        HttpResponseMessage answer = answer(FakeMessage.get(HOST + "API/my/messages/a1/"));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("\"x\"");
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("ETag")).isNotEmpty();
    }

    @Test
    void aHeaderWithoutAValueIsNone() {
        HttpResponseMessage answer =
                answer(
                        FakeMessage.of(HttpMethod.PUT, HOST + "api/done")
                                .with("origin", "")
                                .with("soapaction", " "));

        assertThat(answer.getStatusCode()).isEqualTo(204);
        assertThat(answer.getHeader("Access-Control-Allow-Origin")).isNullOrEmpty();
    }

    @Test
    void bytesAreAnsweredAsTheyAre() {
        HttpResponseMessage answer = answer(FakeMessage.get(HOST + "api/pdf"));

        assertThat(answer.getBody()).isEqualTo(PDF);
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void aPhraseGoesToTheFrontInAHeader() {
        HttpResponseMessage answer = answer(FakeMessage.of(HttpMethod.PUT, HOST + "api/done"));

        assertThat(answer.getStatusCode()).isEqualTo(204);
        assertThat(answer.getHeader("X-Reason")).isEqualTo("Well done");
        assertThat(answer.getBody()).isEqualTo("");
    }

    @Test
    void aBodyReachesItsEndpoint() {
        HttpResponseMessage answer =
                answer(
                        FakeMessage.post(HOST + "api/echo", "{\"A\":\"b\"}")
                                .with("content-type", "application/json"));

        assertThat(answer.getBody()).isEqualTo("\"b\"");
    }

    @Test
    void anAddressBehindAGatewaysPathIsTheSame() {
        assertThat(answer(FakeMessage.get(HOST + "gateway/api/pdf")).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void slashesInARowCountAsOne() {
        assertThat(functions.restSlashes(FakeMessage.get(HOST + "api//pdf")).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void soapIsGone() {
        assertThat(
                        functions
                                .soapRequest(
                                        FakeMessage.post(
                                                HOST + "ArchiveExternal/ArchiveExternal.svc", ""))
                                .getStatusCode())
                .isEqualTo(410);
    }

    @Test
    void anAddressThatCannotBeReadIsRefused() {
        HttpResponseMessage answer = answer(FakeMessage.get(HOST + "api/pdf?a={"));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody())
                .isEqualTo(
                        "{\"ErrorCode\":40000,\"ErrorMessage\":\"The request's URI is malformed\"}");
    }

    @Test
    void theLogTellsTheRouteAndNothingOfThePerson() {
        try (CapturedLog log = CapturedLog.of(RestFunctions.class)) {
            answer(
                    FakeMessage.get(HOST + "api/my/messages/01909012345?ssn=02909012346")
                            .with("cookie", ".ASPXAUTH=abc")
                            .with("authorization", "Bearer secret"));

            assertThat(String.join("\n", log.lines()))
                    .contains("method=GET status=200 ms=0 route={who}/messages/{id} application=a")
                    .doesNotContain("01909012345", "02909012346", "abc", "secret", DoorBed.ALL);
        }
    }

    @Test
    void everyRequestHasASpan() {
        answer(FakeMessage.post(HOST + "api/fails", ""));

        assertThat(TELEMETRY.getSpans())
                .anySatisfy(
                        span -> {
                            assertThat(span.getName()).isEqualTo("POST");
                            assertThat(span.getStatus().getStatusCode())
                                    .isEqualTo(StatusCode.ERROR);
                        });
    }
}
