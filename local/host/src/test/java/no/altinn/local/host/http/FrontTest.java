package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the front makes of requests and answers. */
final class FrontTest {
    private LocalServer server;
    private String reason = "";
    private boolean isWordless;

    /** Tells what it got. */
    private final class Mirror extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!reason.isEmpty()) {
                response.getHeaders().put("x-reason", reason);
            }
            response.setStatus(418);
            if (isWordless) {
                response.getHeaders().put("Content-Length", "0");
                response.write(true, null, callback);
                return true;
            }
            Content.Sink.write(
                    response,
                    true,
                    request.getHttpURI().getPathQuery()
                            + "\n"
                            + request.getHeaders().asString().toLowerCase(Locale.ROOT),
                    callback);
            return true;
        }
    }

    @BeforeEach
    void start() {
        server = LocalServer.bind("127.0.0.1", 0);
        server.start(
                new Front(
                        new Mirror(),
                        Pattern.compile("/none"),
                        new MemoryTransfer(),
                        RefusalForm.PROBLEM));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String get(String target, String headers) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: a\r\n%sConnection: close\r\n\r\n"
                                    .formatted(target, headers)
                                    .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aReasonGoesIntoTheStatusLineAndNowhereElse() throws IOException {
        reason = "Required header 'ApiKey' is missing.";

        assertThat(get("/", ""))
                .startsWith("HTTP/1.1 418 Required header 'ApiKey' is missing.\r\n")
                .doesNotContainIgnoringCase("x-reason:");
    }

    @Test
    void aReasonIsCutAndHasNoCharacterThatEndsTheLine() {
        assertThat(ReasonPhrases.fit("r".repeat(300))).hasSize(200);
        assertThat(ReasonPhrases.fit("på\r\nSet-Cookie: a=b\t~"))
                .isEqualTo("p???Set-Cookie: a=b?~");
        assertThat(ReasonPhrases.fit("")).isEmpty();
    }

    @Test
    void anAnswerWithoutAReasonHasTheUsualOne() throws IOException {
        assertThat(get("/", "")).startsWith("HTTP/1.1 418 ").doesNotContain("null");
    }

    @Test
    void whatTheHostRefusesWithoutAWordIsTold() throws IOException {
        isWordless = true;

        assertThat(get("/a", ""))
                .startsWith("HTTP/1.1 418 I'm a Teapot\r\n")
                .contains("application/problem+json", "\"detail\":\"I'm a Teapot\"");
    }

    @Test
    void headersThatOnlyAFrontMaySetDoNotComeThrough() throws IOException {
        assertThat(
                        get(
                                "/",
                                """
                                X-ARR-ClientCert: forged\r
                                x-transfer: forged\r
                                X-TRANSFER-From: forged\r
                                X-Transport: kept\r
                                """))
                .contains("x-transport: kept")
                .doesNotContain("forged");
    }

    @Test
    void whatNoUriMayHaveIsEncodedInTheQueryAlone() throws IOException {
        String answer = get("/a?$filter={\"^|}\\`<>&b=%20%zz%4&c=[å]&d='x'", "");

        String query = answer.substring(answer.indexOf("\r\n\r\n") + 4).split("\n", 2)[0];
        assertThat(query).contains("%7B%22%5E%7C%7D%5C%60%3C%3E&b=%20%25zz%254&c=[%C3%A5]&d='x'");
        assertThat(URI.create("http://a" + query.substring(query.indexOf('/'))).getRawQuery())
                .startsWith("$filter=%7B");
    }
}
