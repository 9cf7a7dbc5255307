package no.altinn.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

class EndpointsTest {
    private final LocalServer server =
            LocalServer.start(
                    Endpoints.builder()
                            .get("/api/Echo", request -> Answer.text(200, request.uri().getQuery()))
                            .get(
                                    "/api/Header",
                                    request -> Answer.text(200, request.headers().toString()))
                            .get(
                                    "/api/Problem",
                                    request -> {
                                        throw Problem.text(418, "no coffee");
                                    })
                            .get(
                                    "/api/Bug",
                                    request -> {
                                        throw new IllegalStateException("secret");
                                    })
                            .post("/api/Body", request -> Answers.json(request.body()))
                            .get("/api/Things/Fixed", request -> Answer.text(200, "fixed"))
                            .route(
                                    "GET",
                                    "/api/Things/{id}",
                                    (request, values) -> Answer.text(200, values.get("id")))
                            .route(
                                    "DELETE",
                                    "/api/Things/{id}/Parts",
                                    (request, values) ->
                                            Answer.text(200, "parts of " + values.get("id")))
                            .build(),
                    Endpoints.builder().get("/api/Other", request -> Answer.empty(204)).build());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/Echo?a=b", "/api/echo?a=b", "/api/Echo/?a=b"})
    void aPathIsFoundInAnyCaseAndWithASlashAtTheEnd(String path) {
        assertThat(server.get(path).body()).isEqualTo("a=b");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/Things/One, One",
        "/api/things/One/, One",
        "/api/Things/a-1.b, a-1.b",
        "/api/Things/fixed, fixed",
    })
    void aSegmentThatVariesIsHandedOnAsItWasSent(String path, String item) {
        assertThat(server.get(path).body()).isEqualTo(item);
    }

    @Test
    void theSegmentMayBeInTheMiddle() {
        assertThat(server.send(server.to("/api/Things/One/Parts").DELETE()).body())
                .isEqualTo("parts of One");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/Things", "/api/Things/", "/api/Things/a/b", "/api/Things/a/Parts"})
    void anotherPathOrMethodIsNoItem(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aSegmentThatVariesIsDecoded() {
        assertThat(server.get("/api/Things/a%20b%C3%A6").body()).isEqualTo("a bæ");
    }

    @Test
    void whatIsNotItsOwnIsLeftToTheNextHandler() {
        assertThat(server.get("/api/Other").statusCode()).isEqualTo(204);
    }

    @Test
    void anotherMethodOnAKnownPathIsNotFound() {
        assertThat(server.post("/api/Echo", "").statusCode()).isEqualTo(404);
    }

    @Test
    void textAndJsonAreSentAsUtf8() {
        HttpResponse<String> answer = server.post("/api/Body", "{\"name\":\"blåbær 🫐\"}");

        assertThat(answer.body()).isEqualTo("{\"name\":\"blåbær 🫐\"}");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/json; charset=utf-8");
    }

    @Test
    void repeatedHeadersAreJoinedUnderTheirNameInLowerCase() {
        HttpResponse<String> answer =
                server.send(server.to("/api/Header").header("X-Twice", "1").header("x-twice", "2"));

        assertThat(answer.body()).contains("x-twice=1,2");
    }

    @Test
    void aProblemIsAnsweredAsItSays() {
        HttpResponse<String> answer = server.get("/api/Problem");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("no coffee");
    }

    @Test
    void aBugIsA500WithoutInnerDetail() {
        HttpResponse<String> answer = server.get("/api/Bug");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aBodyOfOneMebibytePasses() {
        String body = "\"" + "x".repeat(BoundedBody.MAX_BYTES - 2) + "\"";

        assertThat(server.post("/api/Body", body).body()).isEqualTo(body);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String body = "x".repeat(BoundedBody.MAX_BYTES + 1);

        assertThat(server.post("/api/Body", body).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyOfUnknownLengthThatGrowsTooLargeIsRefused() {
        byte[] part = "x".repeat(BoundedBody.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer =
                server.send(
                        server.to("/api/Body")
                                .POST(
                                        BodyPublishers.fromPublisher(
                                                BodyPublishers.ofByteArray(part))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aQueryThatIsNoUriIsABadRequest() throws IOException {
        assertThat(statusLine("/api/Echo?a={b}")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aMalformedPercentEscapeIsABadRequest() throws IOException {
        assertThat(statusLine("/api/Echo?a=%zz")).startsWith("HTTP/1.1 400");
    }

    /** By hand, since Java's client sends no such request. */
    private String statusLine(String target) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                                    .formatted(target)
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
