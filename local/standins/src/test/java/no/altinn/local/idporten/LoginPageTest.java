package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.testdata.Parties;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class LoginPageTest {
    private static final String ATTACK = "'\"><script>alert(1)</script><b a='";
    private static final Pattern INPUT =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"<>]*)\">");

    @TempDir static Path folder;
    private static Provider provider;

    @BeforeAll
    static void start() {
        provider = Provider.start(folder);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    /** What a browser would send for the page's form, before a button is pressed. */
    private static Form formOf(String page) {
        Form form = Form.empty();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            form = form.and(input.group(1), unescape(input.group(2)));
        }
        return form;
    }

    private static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void everyTestPersonHasAButton() {
        assertThat(provider.open(Form.authorization()).body())
                .contains(
                        "<form method=\"post\" action=\"/idporten/authorize\">",
                        "<button name=\"pid\" value=\"01909012345\">Person A, 01909012345</button>",
                        "<button name=\"pid\" value=\"02909012346\">Person B, 02909012346</button>",
                        "<button name=\"cancel\"");
    }

    @Test
    void thePageSaysWhoAsksForWhat() {
        String page =
                provider.open(Form.authorization().and("acr_values", "idporten-loa-high")).body();

        assertThat(page)
                .contains(
                        "<code>my-app</code>",
                        "<code>idporten-loa-high</code>",
                        "<code>openid altinn:events.subscribe</code>",
                        "<code>http://localhost:3000/callback</code>");
    }

    @Test
    void theFormRepeatsTheRequestExactly() {
        Form request =
                Form.authorization()
                        .and("state", ATTACK + "&amp;&lt;")
                        .and("nonce", ATTACK)
                        .and("acr_values", "Level4")
                        .and("ui_locales", "en");

        HttpResponse<String> answer =
                provider.submit(
                        formOf(provider.open(request).body()).and("pid", Provider.PERSON_A));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Provider.sentBack(answer).first("state")).contains(ATTACK + "&amp;&lt;");
        String code = Provider.sentBack(answer).first("code").orElseThrow();
        assertThat(provider.exchange(Form.exchange(code)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id",
                "state",
                "nonce",
                "login_hint",
                "ui_locales",
                "prompt",
                "acr_values",
                "scope",
                "pid",
                "max_age"
            })
    void markupInAParameterIsNeverMarkupOnThePage(String name) {
        String value = name.equals("scope") ? "openid <b>" : ATTACK;
        Form attack = Form.authorization().with(name, value);

        for (HttpResponse<String> answer :
                List.of(provider.open(attack), provider.submit(attack))) {
            assertThat(answer.statusCode()).isIn(200, 303, 400);
            assertThat(answer.body()).doesNotContain("<script", "<b>", "<b a");
        }
    }

    @ParameterizedTest
    @CsvSource({"client_id, 200", "redirect_uri, 400"})
    void aPageThatMayHoldOthersTextRunsAndFramesAndKeepsNothing(String name, int status) {
        HttpResponse<String> answer = provider.open(Form.authorization().with(name, ATTACK));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.body()).doesNotContain("<script");
    }

    @Test
    void aNameWithMarkupIsShownAsText(@TempDir Path other) {
        Parties parties =
                Parties.parse(
                        """
                        {"serviceOwners": [], "organisations": [], "systemUsers": [],
                         "persons": [{"name": "<b>", "userId": 1, "partyId": 1, "nin": "1",
                           "uuid": "00000000-0000-4000-8000-000050000001"}]}
                        """);
        try (Provider own = Provider.start(other, parties)) {
            assertThat(own.open(Form.authorization()).body())
                    .contains("&lt;b&gt;, 1")
                    .doesNotContain("<b>");
        }
    }
}
