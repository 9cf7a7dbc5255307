package no.altinn.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

class OwnPagesTest {
    private final LocalServer server =
            LocalServer.start(
                    Endpoints.builder()
                            .get("/read", OwnPages.only(request -> Answers.json("{}")))
                            .route(
                                    "POST",
                                    "/change/{id}",
                                    OwnPages.only(
                                            (request, values) ->
                                                    Answer.text(200, values.get("id"))))
                            .build());

    @AfterEach
    void stop() {
        server.close();
    }

    private int read(String... headers) {
        return server.send(with(server.to("/read").GET(), headers)).statusCode();
    }

    private int change(String... headers) {
        return server.send(
                        with(
                                server.to("/change/1").POST(HttpRequest.BodyPublishers.noBody()),
                                headers))
                .statusCode();
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Test
    void aPageOfTheSameOriginReadsAndChanges() {
        String own = server.base().toString();

        assertThat(read("Sec-Fetch-Site", "same-origin")).isEqualTo(200);
        assertThat(change("Sec-Fetch-Site", "same-origin", "Origin", own)).isEqualTo(200);
    }

    @Test
    void aClientThatIsNoBrowserIsLetIn() {
        assertThat(read()).isEqualTo(200);
        assertThat(change()).isEqualTo(200);
    }

    @Test
    void anAddressThatAPersonTypesIsRead() {
        assertThat(read("Sec-Fetch-Site", "none")).isEqualTo(200);
        assertThat(change("Sec-Fetch-Site", "none")).isEqualTo(403);
    }

    @Test
    void pagesOfOtherSitesAreRefused() {
        for (String site : new String[] {"cross-site", "same-site", "anything"}) {
            assertThat(read("Sec-Fetch-Site", site)).as(site).isEqualTo(403);
            assertThat(change("Sec-Fetch-Site", site)).as(site).isEqualTo(403);
        }
        for (String origin :
                new String[] {"https://other.example", "null", "http://127.0.0.1:1", "::", ""}) {
            assertThat(read("Origin", origin)).as(origin).isEqualTo(403);
            assertThat(change("Origin", origin)).as(origin).isEqualTo(403);
        }
    }

    @Test
    void aSiteThatLeadsItsNameHereIsRefused() throws IOException {
        for (String name :
                new String[] {"other.example", "localhost.example", "127.0.0.1.example"}) {
            assertThat(statusAt(name)).as(name).isEqualTo(403);
        }
        for (String name : new String[] {"localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:7071"}) {
            assertThat(statusAt(name)).as(name).isEqualTo(200);
        }
    }

    private int statusAt(String host) throws IOException {
        String request = "GET /read HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
            socket.getOutputStream()
                    .write(request.formatted(host).getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return Integer.parseInt(new String(answer, StandardCharsets.US_ASCII).split(" ", 3)[1]);
        }
    }

    @Test
    void answersAreKeptNowhereAndTakenForNothingElse() {
        HttpResponse<String> answer = server.get("/read");

        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
}
