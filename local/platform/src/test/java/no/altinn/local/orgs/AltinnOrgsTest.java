package no.altinn.local.orgs;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.json.Json;
import no.altinn.platform.orgs.CachedServiceOwners;
import no.altinn.platform.orgs.HttpServiceOwnerList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.Map;

class AltinnOrgsTest {
    private static final String PATH = "/orgs/altinn-orgs.json";

    private static LocalServer server;

    @BeforeAll
    static void start() {
        server = LocalServer.start(new AltinnOrgs(Bundled::parties).handler());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ownersAreListedInTheOrderOfTheirCodes() {
        assertThat(Json.parse(server.get(PATH).body()).path("orgs").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("digdir", "skd", "ttd");
    }

    @Test
    void theRealClientUnderstandsTheList() {
        CachedServiceOwners owners =
                new CachedServiceOwners(
                        new HttpServiceOwnerList(new PlatformHttp(), server.base().resolve(PATH)),
                        Clock.systemUTC());

        assertThat(owners.codeOf("991825827")).contains("digdir");
        assertThat(owners.codeOf("974761076")).contains("skd");
        assertThat(owners.codeOf("310000001")).isEmpty();
    }
}
