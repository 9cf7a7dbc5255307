package no.altinn.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.LocalServer;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.List;

class StartPageTest {

    private static HttpResponse<String> page(Parties parties, String... faults) {
        try (LocalServer server =
                LocalServer.start(new StartPage(() -> parties, () -> List.of(faults)).handler())) {
            return server.get("/");
        }
    }

    @Test
    void everyoneOfTheTestDataIsShownWithAWayToATokenOfTheirs() {
        assertThat(page(Bundled.parties()).body())
                .contains(
                        "GetEnterpriseToken?env=local&amp;org=skd&amp;scopes=",
                        "GetPersonalToken?env=local&amp;pid=02909012346&amp;",
                        "GetEnterpriseToken?env=local&amp;orgNo=310000002&amp;",
                        "GetSystemUserToken?env=local&amp;systemUserId=a1b2c3d4-",
                        "GetPlatformAccessToken?env=local&amp;app=apps-test&amp;org=ttd",
                        "partyId 51000003",
                        "userId 20000001");
    }

    @Test
    void thePageLinksWhatTheOtherStandInsServe() {
        assertThat(page(Bundled.parties()).body())
                .contains(
                        "href=\"/webhooks\"",
                        "openid-configuration/jwks\"",
                        "GET /authentication/api/v1/exchange/maskinporten",
                        "href=\"/idporten/.well-known/openid-configuration\"");
    }

    @Test
    void aFileThatIsWrongIsTold() {
        assertThat(page(Bundled.parties(), "policies.json, line 3: <x>").body())
                .contains("What is wrong", "<li>policies.json, line 3: &lt;x&gt;</li>");
        assertThat(page(Bundled.parties()).body()).doesNotContain("What is wrong");
    }

    @Test
    void theBrowserIsToldToRunNothing() {
        HttpResponse<String> page = page(Bundled.parties());

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }

    @Test
    void aNameWithMarkupIsShownAsText() {
        Parties parties =
                Parties.parse(
                        """
                        {"serviceOwners": [], "persons": [], "systemUsers": [],
                         "organisations": [{"name": "<b>", "orgNo": "1", "partyId": 1,
                           "uuid": "00000000-0000-4000-8000-000051000001", "subUnits": []}]}
                        """);

        assertThat(page(parties).body()).contains("&lt;b&gt;").doesNotContain("<b>");
    }
}
