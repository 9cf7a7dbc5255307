package no.altinn.local.payment;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.web.LocalServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

class PaymentServiceTest {
    private static final String BACK =
            "http://localhost:7071/api/payment/my/a1/return?application=a&reference=r";

    private static LocalServer server;

    @BeforeAll
    static void start() {
        server =
                LocalServer.start(
                        new PaymentService(URI.create("http://localhost:7071/")).handler());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> open(String reference, String back) {
        return server.get(
                "/payment/page?reference=%s&returnurl=%s"
                        .formatted(encoded(reference), encoded(back)));
    }

    private static HttpResponse<String> press(String reference, String back, String more) {
        return server.send(form(reference, back, more));
    }

    private static HttpRequest.Builder form(String reference, String back, String more) {
        return server.to("/payment/page")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        BodyPublishers.ofString(
                                "reference=%s&returnurl=%s%s"
                                        .formatted(encoded(reference), encoded(back), more)));
    }

    private static String status(String reference) {
        return server.get("/payment/status?reference=" + reference).body();
    }

    @Test
    void aPaymentIsMadeByPostAndLeadsBack() {
        assertThat(status("p-1")).isEqualTo("{\"reference\":\"p-1\",\"paid\":false}");
        assertThat(open("p-1", BACK).body())
                .contains("<button>Pay</button>", "value=\"p-1\"", "&amp;reference=r\"")
                .doesNotContain("has been made");

        HttpResponse<String> paid = press("p-1", BACK, "");

        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).contains(BACK);
        assertThat(status("p-1")).isEqualTo("{\"reference\":\"p-1\",\"paid\":true}");
        assertThat(open("p-1", BACK).body())
                .contains("<p role=\"status\">This payment has been made.</p>", "Go back")
                .doesNotContain("<button>Pay</button>");
    }

    @Test
    void whoCancelsIsLedBackWithoutHavingPaid() {
        HttpResponse<String> cancelled = press("p-2", BACK, "&cancel=true");

        assertThat(cancelled.headers().firstValue("Location")).contains(BACK);
        assertThat(status("p-2")).contains("false");
    }

    @Test
    void aLookAtThePagePaysNothing() {
        open("p-3", BACK);

        assertThat(status("p-3")).contains("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "http://localhost:7071@evil.example/",
                "http://localhost:7072/",
                "//evil.example/",
                "javascript:alert(1)",
                "http://local host/"
            })
    void nobodyIsLedElsewhere(String elsewhere) {
        assertThat(open("p-4", elsewhere).statusCode()).isEqualTo(400);
        assertThat(open("p-4", elsewhere).body()).contains("This payment cannot begin");
        assertThat(press("p-4", elsewhere, "").statusCode()).isEqualTo(400);
        assertThat(status("p-4")).contains("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<script>", "a b", "æ"})
    void aReferenceThatIsNoneIsRefused(String reference) {
        assertThat(open(reference, BACK).statusCode()).isEqualTo(400);
        assertThat(press(reference, BACK, "").statusCode()).isEqualTo(400);
        assertThat(server.get("/payment/status?reference=" + encoded(reference)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, http://127.0.0.1:1",
        "Origin, null"
    })
    void thePageOfAnotherSitePaysNothing(String header, String value) {
        HttpResponse<String> refused = server.send(form("p-8", BACK, "").header(header, value));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This payment was not made");
        assertThat(status("p-8")).contains("false");
    }

    @Test
    void itsOwnPagePays() {
        String own = server.base().toString();

        assertThat(
                        server.send(
                                        form("p-9", BACK, "")
                                                .header("Origin", own)
                                                .header("Sec-Fetch-Site", "same-origin"))
                                .statusCode())
                .isEqualTo(303);
        assertThat(status("p-9")).contains("true");
    }

    @Test
    void aBodyThatIsNoFormPaysNothing() {
        assertThat(server.post("/payment/page", "reference=p-5&returnurl=" + BACK).statusCode())
                .isEqualTo(400);
        assertThat(status("p-5")).contains("false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            Content-Type | text/html; charset=utf-8
            Content-Security-Policy | default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'
            X-Content-Type-Options | nosniff
            X-Frame-Options | DENY
            Cache-Control | no-store
            Referrer-Policy | same-origin
            """)
    void thePageIsGuarded(String header, String value) {
        assertThat(open("p-6", BACK).headers().firstValue(header)).contains(value);
        assertThat(open("p-6", "").headers().firstValue(header)).contains(value);
    }

    @Test
    void thePageCanBeReadAloud() {
        assertThat(open("p-7", BACK).body())
                .contains(
                        "<html lang=\"en\">",
                        "<title>Pay at the local payment service</title>",
                        "<h1>Pay at the local payment service</h1>",
                        "<main>");
    }
}
