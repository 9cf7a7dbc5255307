package no.altinn.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.FilePlaces;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class StartPageTest {

    private static final Pattern NAMED =
            Pattern.compile("(?:/local/page/|from \"\\./)([a-z-]+\\.[a-z]+)\"");

    private static final Pattern KEY = Pattern.compile("^  \"([^\"]+)\": ", Pattern.MULTILINE);

    @TempDir private Path folder;

    private static LocalServer start(LiveFile<Parties> parties, String... faults) {
        return LocalServer.start(
                new StartPage(Bundled.policyFile(), parties, () -> List.of(faults)).handler());
    }

    private static HttpResponse<String> page(LiveFile<Parties> parties, String... faults) {
        try (LocalServer server = start(parties, faults)) {
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
    void theBrowserIsToldToRunAndLoadOnlyWhatIsServedHere() {
        HttpResponse<String> page = page(Bundled.partyFile());

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<style", "onclick", " style=");
    }

    @Test
    void thePageIsInTheLanguageThatTheBrowserAsksFor() {
        assertThat(inLanguage("nb-NO,en;q=0.5"))
                .contains("<html lang=\"nb\">", "<title>Altinn på din egen maskin</title>");
        assertThat(inLanguage("en")).contains("<html lang=\"en\">");
    }

    private static String inLanguage(String acceptLanguage) {
        try (LocalServer server = start(Bundled.partyFile())) {
            return server.send(server.to("/").header("Accept-Language", acceptLanguage)).body();
        }
    }

    @Test
    void everyFileThatThePageAndItsScriptsNameIsServed() {
        try (LocalServer server = start(Bundled.partyFile())) {
            Deque<String> unread = new ArrayDeque<>(List.of("/"));
            Set<String> seen = new TreeSet<>();
            while (!unread.isEmpty()) {
                String path = unread.pop();
                if (seen.add(path)) {
                    HttpResponse<String> answer = server.get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    Matcher named = NAMED.matcher(answer.body());
                    while (named.find()) {
                        unread.push("/local/page/" + named.group(1));
                    }
                }
            }
            assertThat(seen)
                    .contains("/local/page/page.css", "/local/page/dom.js", "/local/page/icon.svg")
                    .hasSize(20);
            assertThat(server.get("/local/page/start.js").headers().firstValue("Content-Type"))
                    .contains("text/javascript; charset=utf-8");
        }
    }

    @Test
    void whatOthersWroteTurnsNothingBesideItself() {
        try (LocalServer server = start(Bundled.partyFile())) {
            assertThat(server.get("/local/page/page.css").body())
                    .contains("code, a, strong, em, span { unicode-bidi: isolate; }");
        }
    }

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        try (LocalServer server = start(Bundled.partyFile())) {
            Set<String> english = keys(server.get("/local/page/texts-en.js").body());

            assertThat(keys(server.get("/local/page/texts-nb.js").body())).isEqualTo(english);
            assertThat(english).contains("title", "why.policy", "place.portal");
        }
    }

    private static Set<String> keys(String script) {
        return KEY.matcher(script)
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noOtherFileIsServed() {
        try (LocalServer server = start(Bundled.partyFile())) {
            for (String name : List.of("start.mustache", "StartPage.class", "%2e%2e%2fpage", "x")) {
                assertThat(server.get("/local/page/" + name).statusCode()).as(name).isIn(400, 404);
            }
        }
    }

    @Test
    void everyoneWhomOneCanLogInAsIsListed() {
        try (LocalServer server = start(Bundled.partyFile())) {
            JsonNode callers = Json.parse(server.get("/local/callers").body());

            assertThat(callers.path("callers").findValuesAsText("consumer"))
                    .containsExactly(
                            "/org/ttd",
                            "/org/digdir",
                            "/org/skd",
                            "/user/20000001",
                            "/user/20000002",
                            "/organisation/310000001",
                            "/organisation/310000002",
                            "/organisation/310000003",
                            "/systemuser/a1b2c3d4-0000-4000-8000-000000000001");
            assertThat(callers.path("more").asInt()).isZero();
        }
    }

    @Test
    void ofManyTheFirstHundredOfEachKindAreListed() throws IOException {
        String owners =
                IntStream.range(0, 105)
                        .mapToObj(i -> "{\"org\":\"o%d\",\"orgNo\":\"991825827\"}".formatted(i))
                        .collect(Collectors.joining(","));
        Path file =
                Files.writeString(
                        folder.resolve("parties.json"),
                        "{\"serviceOwners\":[%s],\"persons\":[],\"organisations\":[],\"systemUsers\":[]}"
                                .formatted(owners));
        try (LocalServer server =
                start(
                        new LiveFile<>(
                                new FilePlaces("parties.json", List.of(file), false),
                                Parties::parse,
                                Clock.systemUTC()))) {
            JsonNode callers = Json.parse(server.get("/local/callers").body());

            assertThat(callers.path("callers")).hasSize(CallerList.MOST);
            assertThat(callers.path("more").asInt()).isEqualTo(5);
        }
    }

    @Test
    void theFilesAreToldWithTheirPlacesAndFaults() {
        try (LocalServer server = start(Bundled.partyFile(), "line 3: <x>")) {
            JsonNode files = Json.parse(server.get("/local/files").body());

            assertThat(files.path("files").findValuesAsText("place"))
                    .containsExactly("policies.json of the jar", "parties.json of the jar");
            assertThat(files.path("files").findValuesAsText("readAt"))
                    .allSatisfy(at -> assertThat(Instant.parse(at)).isBefore(Instant.now()));
            assertThat(files.path("faults").get(0).asText()).isEqualTo("line 3: <x>");
        }
    }

    @Test
    void pagesOfOtherSitesReadNothing() {
        try (LocalServer server = start(Bundled.partyFile())) {
            for (String path : List.of("/local/callers", "/local/files")) {
                assertThat(
                                server.send(server.to(path).header("Sec-Fetch-Site", "cross-site"))
                                        .statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
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
