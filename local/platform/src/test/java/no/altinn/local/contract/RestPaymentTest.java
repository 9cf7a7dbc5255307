package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.QueryParameters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form that is paid for, as a browser goes from page to page with a cookie and without a key. */
@ExtendWith(RunningPlatform.class)
final class RestPaymentTest {
    private static final String PAGES = "33333333-3333-3333-3333-333333333333";
    private static final String BACK = "http://localhost:8080/ferdig?a=b";
    private static final Pattern LINK =
            Pattern.compile("<link rel=\"payment\" href=\"([^\"]*)\"/>");

    private static final String FORM =
            """
            {"Type":"FormTask","ServiceCode":"1003","ServiceEdition":1,"_embedded":{"forms":[
            {"Type":"MainForm","DataFormatId":"5000","DataFormatVersion":"40000",
            "FormData":"<Skjema><navn>Åse</navn></Skjema>"}],"attachments":[]}}""";

    private static final String FORM_IN_XML =
            """
            <resource rel="message"><Type>FormTask</Type>
            <ServiceCode>1003</ServiceCode><ServiceEdition>1</ServiceEdition>
            <resource rel="forms"><resource rel="form"><Type>MainForm</Type>
            <DataFormatId>5000</DataFormatId><DataFormatVersion>40000</DataFormatVersion>
            <FormData>&lt;Skjema>&lt;navn>Åse&lt;/navn>&lt;/Skjema></FormData>
            </resource></resource></resource>""";

    private final Platform platform;
    private final RestClient client;
    private final String cookie;

    RestPaymentTest(Platform platform) {
        this.platform = platform;
        this.client = new RestClient(platform, PAGES);
        this.cookie = client.logIn("ola", "Passord-A1");
    }

    /** Sends in the form, and gives the address of its message below {@code api/}. */
    private String sentIn(Call submission) {
        Reply sent = submission.header("Cookie", cookie).send();
        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
        return sent.header("Location").orElseThrow().substring((platform.base() + "api/").length());
    }

    private Reply message(String path) {
        return client.call("GET", path, cookie).send();
    }

    private String link(String message) {
        Reply shown = message(message);
        assertThat(shown.json().path("Status").asText()).isEqualTo("Betaling");
        return shown.json().at("/_links/payment/href").asText();
    }

    /** What a browser does with an address. */
    private Reply browse(String address) {
        return platform.get(address).header("Accept", "text/html").header("Cookie", cookie).send();
    }

    private static String location(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isIn(302, 303);
        return reply.header("Location").orElseThrow();
    }

    /** Presses the button of the payment page, and gives where it leads. */
    private String press(String page, String more) {
        QueryParameters shown = QueryParameters.parse(URI.create(page).getRawQuery());
        assertThat(browse(page).body())
                .contains("<button>Pay</button>", shown.first("reference").orElseThrow());
        return location(
                platform.call("POST", "payment/page")
                        .body("application/x-www-form-urlencoded", shown + more)
                        .send());
    }

    private void assertPaid(String message, String link) {
        String page = location(browse(link + "&returnurl=" + BACK.replace("?", "%3F")));
        assertThat(page).startsWith(platform.base() + "payment/page?reference=");

        String wayBack = press(page, "");
        String end = location(browse(wayBack));

        String archived = platform.base() + "api/" + message.replace("/a", "/b");
        assertThat(end).isEqualTo(BACK + "&resource=" + archived);
        assertThat(message(message.replace("/a", "/b")).json().path("Status").asText())
                .isEqualTo("Sendt og arkivert");
        assertThat(message(message).status()).isEqualTo(404);
        assertThat(location(browse(wayBack))).as("the same again").isEqualTo(end);
    }

    @Test
    void aFormThatWasSentInAsJsonIsPaidForAndArchived() {
        String message = sentIn(client.call("POST", "my/messages").json(FORM));

        assertPaid(message, link(message));
    }

    @Test
    void aFormThatWasSentInAsXmlIsPaidForAndArchived() {
        String message =
                sentIn(client.call("POST", "my/messages").body(RestClient.HAL_XML, FORM_IN_XML));
        Reply shown =
                client.call("GET", message, cookie).header("Accept", RestClient.HAL_XML).send();
        assertThat(shown.body()).contains("<Status>Betaling</Status>");
        Matcher link = LINK.matcher(shown.body());
        assertThat(link.find()).as("%s", shown).isTrue();

        assertPaid(message, link.group(1));
    }

    @Test
    void withoutAReturnAddressTheEndIsAnEmptyAnswer() {
        String message = sentIn(client.call("POST", "my/messages").json(FORM));

        Reply end = browse(press(location(browse(link(message))), ""));

        assertThat(end.status()).as("%s", end).isEqualTo(204);
        assertThat(end.header("Location"))
                .contains(platform.base() + "api/" + message.replace("/a", "/b"));
    }

    @Test
    void whoCancelsFindsTheFormWaitingAndMayPayLater() {
        String message = sentIn(client.call("POST", "my/messages").json(FORM));
        String link = link(message);

        Reply end = browse(press(location(browse(link)), "&cancel=true"));

        assertThat(end.status()).as("%s", end).isEqualTo(402);
        assertThat(end.body()).contains("The payment has not been made");
        assertPaid(message, link(message));
    }

    @Test
    void whoIsNotLoggedInIsLedToTheLogin() {
        String message = sentIn(client.call("POST", "my/messages").json(FORM));

        Reply answer = platform.get(link(message)).header("Accept", "text/html").send();

        assertThat(location(answer)).startsWith(platform.base() + "api/authentication/login?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "http://localhost:8081/"})
    void thePaymentLeadsToNoOtherOriginThanTheApplications(String elsewhere) {
        String message = sentIn(client.call("POST", "my/messages").json(FORM));

        assertThat(browse(link(message) + "&returnurl=" + elsewhere).status()).isEqualTo(400);
    }
}
