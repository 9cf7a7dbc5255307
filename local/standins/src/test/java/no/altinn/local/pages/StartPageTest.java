package no.altinn.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.FilePlaces;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.LocalServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

class StartPageTest {

    @TempDir private Path folder;

    private static HttpResponse<String> page(LiveFile<Parties> parties, String... faults) {
        try (LocalServer server =
                LocalServer.start(
                        new StartPage(Bundled.policyFile(), parties, () -> List.of(faults))
                                .handler())) {
            return server.get("/");
        }
    }

    @Test
    void everyoneOfTheTestDataIsShownWithAWayToATokenOfTheirs() {
        assertThat(page(Bundled.partyFile()).body())
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
        assertThat(page(Bundled.partyFile()).body())
                .contains(
                        "href=\"/webhooks\"",
                        "href=\"/lookup-source/3001?queryOptions=hei\"",
                        "openid-configuration/jwks\"",
                        "GET /authentication/api/v1/exchange/maskinporten",
                        "href=\"/idporten/.well-known/openid-configuration\"");
    }

    @Test
    void aFileThatIsWrongIsTold() {
        assertThat(page(Bundled.partyFile(), "policies.json, line 3: <x>").body())
                .contains("What is wrong", "<li>policies.json, line 3: &lt;x&gt;</li>");
        assertThat(page(Bundled.partyFile()).body()).doesNotContain("What is wrong");
    }

    @Test
    void thePageTellsWhereThePoliciesAndPartiesAreAndHowToChangeThem() {
        assertThat(page(Bundled.partyFile()).body())
                .contains(
                        "<code>policies.json of the jar</code>",
                        "<code>parties.json of the jar</code>",
                        "copy a file to the data folder");
    }

    @Test
    void theBrowserIsToldToRunNothing() {
        HttpResponse<String> page = page(Bundled.partyFile());

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }

    @Test
    void aNameWithMarkupIsShownAsText() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("parties.json"),
                        """
                        {"serviceOwners": [], "persons": [], "systemUsers": [],
                         "organisations": [{"name": "<b>", "orgNo": "1", "partyId": 1,
                           "uuid": "00000000-0000-4000-8000-000051000001", "subUnits": []}]}
                        """);

        LiveFile<Parties> parties =
                new LiveFile<>(
                        new FilePlaces("parties.json", List.of(file), false),
                        Parties::parse,
                        Clock.systemUTC());

        assertThat(page(parties).body()).contains("&lt;b&gt;").doesNotContain("<b>");
    }
}
