package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.web.LocalServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/** A webhook as a browser shows it. */
class InboxPageTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

    private final LocalServer server =
            LocalServer.start(
                    new WebhookReceiver(
                            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBrowserGetsAPageWithTheBodiesToRead() {
        server.post("/webhooks/a", "{\"id\":\"1\",\"data\":1.0}");

        HttpResponse<String> page = browse("/webhooks/a");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html; charset=utf-8");
        assertThat(header(page, "Vary")).isEqualTo("Accept, Sec-Fetch-Dest, User-Agent");
        assertThat(page.body())
                .contains("<title>Webhook a</title>")
                .contains("in memory, gone at a restart")
                .contains("<h2>POST at 2026-11-22T10:00:00Z</h2>")
                .contains("{\n  &quot;id&quot; : &quot;1&quot;,\n  &quot;data&quot; : 1.0\n}");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Dest, document, */*",
        "User-Agent, Mozilla/5.0 (X11; Linux x86_64), text/html",
        "X-Other, x, 'text/html,application/xhtml+xml'",
    })
    void aBrowserIsKnownByEachOfItsSigns(String sign, String value, String accept) {
        HttpResponse<String> page =
                server.send(
                        server.to("/webhooks/a")
                                .header(sign, value)
                                .header("Accept", accept)
                                .GET());

        assertThat(page.body()).startsWith("<!DOCTYPE html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "application/json, text/plain, */*",
                "text/html",
                // What HttpURLConnection sends by itself.
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
            })
    void anApiClientGetsTheJsonThatItAlwaysGot(String accept) {
        server.post("/webhooks/a", "x");
        HttpRequest.Builder request = server.to("/webhooks/a").GET();

        HttpResponse<String> answer =
                server.send(accept.isEmpty() ? request : request.header("Accept", accept));

        assertThat(header(answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.body()).startsWith("[{\"receivedAt\":");
    }

    @Test
    void hostileTextIsInert() {
        String hostile = "</pre><script>alert(1)</script><img src=x onerror='alert(1)'>\"{{name}}";
        server.post("/webhooks/a", hostile);
        server.post("/webhooks/a", "{\"x\":\"<script>alert(1)</script>\"}");
        server.send(
                server.to("/webhooks/a")
                        .header("X-Hostile", "<script>alert(1)</script>")
                        .method("X", BodyPublishers.noBody()));

        HttpResponse<String> page = browse("/webhooks/a");

        assertThat(header(page, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.body())
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&quot;{{name}}");
    }

    @Test
    void theButtonToEmptyForgetsTheRequests() {
        server.post("/webhooks/a", "x");
        assertThat(browse("/webhooks/a").body())
                .contains("<form method=\"post\" action=\"/webhooks/a/empty\">");

        HttpResponse<String> pressed = press("/webhooks/a/empty", "same-origin");

        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(header(pressed, "Location")).isEqualTo("/webhooks/a");
        assertThat(server.get("/webhooks/a").body()).isEqualTo("[]");
        assertThat(browse("/webhooks/a").body()).contains("Nothing was received yet.");
    }

    @Test
    void theButtonToFailMakesTheNextThreeRequestsFail() {
        assertThat(browse("/webhooks/a").body())
                .contains("<form method=\"post\" action=\"/webhooks/a/fail\">")
                .contains("Requests are answered 200 at once.");

        assertThat(press("/webhooks/a/fail", "same-origin").statusCode()).isEqualTo(303);

        assertThat(browse("/webhooks/a").body())
                .contains("The next 3 requests are answered 503 at once.");
        assertThat(IntStream.range(0, 4).map(i -> server.post("/webhooks/a", "x").statusCode()))
                .containsExactly(503, 503, 503, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherSitesPageCannotPressTheButtons(String site) {
        server.post("/webhooks/a", "x");

        assertThat(press("/webhooks/a/empty", site).statusCode()).isEqualTo(403);
        assertThat(press("/webhooks/a/fail", site).statusCode()).isEqualTo(403);

        assertThat(server.get("/webhooks/a").body()).isNotEqualTo("[]");
        assertThat(server.post("/webhooks/a", "x").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://", "x y"})
    void anotherOriginCannotPressTheButtons(String origin) {
        server.post("/webhooks/a", "x");

        assertThat(pressFrom("/webhooks/a/empty", origin).statusCode()).isEqualTo(403);

        assertThat(server.get("/webhooks/a").body()).isNotEqualTo("[]");
    }

    @Test
    void theOriginOfThePageItselfMayPressTheButtons() {
        String own = server.to("/").build().uri().resolve("/").toString();

        assertThat(pressFrom("/webhooks/a/empty", own.substring(0, own.length() - 1)).statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> pressFrom(String path, String origin) {
        return server.send(server.to(path).header("Origin", origin).POST(BodyPublishers.noBody()));
    }

    @Test
    void theNewestFiftyRequestsAreShownTheNewestFirst() {
        IntStream.rangeClosed(1, 60).forEach(i -> server.post("/webhooks/a", "number-" + i + "."));

        String page = browse("/webhooks/a").body();

        assertThat(page).contains("60 requests.", "10 older requests", "number-60.", "number-11.");
        assertThat(page).doesNotContain("number-10.");
        assertThat(page.indexOf("number-60.")).isLessThan(page.indexOf("number-59."));
    }

    private HttpResponse<String> browse(String path) {
        return server.send(server.to(path).header("Accept", BROWSER).GET());
    }

    private HttpResponse<String> press(String path, String site) {
        return server.send(
                server.to(path)
                        .header("Sec-Fetch-Site", site)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.noBody()));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
