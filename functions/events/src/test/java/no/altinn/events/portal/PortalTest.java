package no.altinn.events.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class PortalTest {
    private static final URI BASE = URI.create("https://platform.example/");
    private static final URI AUTHENTICATION =
            URI.create("https://login.example/authentication/api/v1/");
    private static final int MOST_BYTES = 150 * 1024;
    private static final Pattern NAMED =
            Pattern.compile("(?:/events/portal/|from \"\\./)([a-z-]+\\.[a-z]+)\"");
    private static final Pattern KEY = Pattern.compile("^  \"([^\"]+)\": ", Pattern.MULTILINE);
    private static final Pattern WORDS = Pattern.compile("\\bt\\(\"([^\"]+)\"");

    /** What makes markup or code of text, or loads what the policy has no place for. */
    private static final Pattern SINKS =
            Pattern.compile(
                    "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|srcdoc"
                            + "|\\beval\\b|new Function|createContextualFragment|\\.style\\b"
                            + "|setHTMLUnsafe|import\\(");

    private static PortalSettings settings(
            Optional<PortalSettings.IdPorten> idPorten, URI authentication) {
        return new PortalSettings(BASE, idPorten, authentication, Optional.empty());
    }

    private static Portal portal() {
        return new Portal(settings(Optional.empty(), AUTHENTICATION));
    }

    private static String text(Portal portal, String name) {
        return answer(portal, name).map(Answer::body).orElseThrow(() -> new AssertionError(name));
    }

    private static Optional<Answer> answer(Portal portal, String name) {
        return portal.files()
                .answer(
                        name,
                        new Request("GET", BASE.resolve("events/portal/" + name), Map.of(), ""));
    }

    @Test
    void thePolicyLetsThePageCallTheApiAndTheLoginAlone() {
        PortalSettings settings =
                settings(
                        Optional.of(
                                new PortalSettings.IdPorten(
                                        URI.create("https://idporten.example"), "portal")),
                        AUTHENTICATION);

        assertThat(new Portal(settings).headers())
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                + " connect-src 'self' https://idporten.example https://login.example;"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                                + " require-trusted-types-for 'script'; trusted-types 'none'")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin");
    }

    @Test
    void withoutALoginAtIdPortenThePolicyNamesNone() {
        assertThat(portal().headers().get("Content-Security-Policy"))
                .contains("connect-src 'self' https://login.example;");
    }

    @Test
    void theConfigurationTellsWhereALoginLeads() {
        Portal portal =
                new Portal(
                        new PortalSettings(
                                BASE,
                                Optional.of(
                                        new PortalSettings.IdPorten(
                                                URI.create("https://idporten.example"), "portal")),
                                AUTHENTICATION,
                                Optional.of("/docs/test-callers.json")));

        JsonNode configuration = Json.parse(text(portal, "config.json"));

        assertThat(configuration)
                .isEqualTo(
                        Json.object()
                                .put("exchange", AUTHENTICATION + "exchange/id-porten")
                                .put("refresh", AUTHENTICATION + "refresh")
                                .put("issuer", "https://idporten.example")
                                .put("client", "portal")
                                .put("testCallers", "/docs/test-callers.json"));
    }

    @Test
    void aLoginThatIsNotSetIsNotOffered() {
        assertThat(Json.parse(text(portal(), "config.json")).properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("exchange", "refresh");
    }

    @Test
    void thePageNamesItsFilesBelowTheAddressOfThePlatform() {
        Portal below =
                new Portal(
                        new PortalSettings(
                                URI.create("https://gateway.example/altinn/"),
                                Optional.empty(),
                                AUTHENTICATION,
                                Optional.empty()));

        assertThat(text(below, Portal.PAGE))
                .contains("\"/altinn/events/portal/app.js\"")
                .doesNotContain("{{");
    }

    @Test
    void everyFileThatThePageAndItsScriptsNameIsServedAndNoOther() {
        Portal portal = portal();
        Deque<String> unread = new ArrayDeque<>(List.of(Portal.PAGE));
        Set<String> seen = new TreeSet<>(Set.of("config.json"));
        while (!unread.isEmpty()) {
            String name = unread.pop();
            if (seen.add(name)) {
                Matcher named = NAMED.matcher(text(portal, name));
                while (named.find()) {
                    unread.push(named.group(1));
                }
            }
        }

        assertThat(portal.files().names()).containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void allFilesTogetherAreSmall() {
        Portal portal = portal();

        assertThat(
                        portal.files().names().stream()
                                .mapToInt(
                                        name ->
                                                text(portal, name)
                                                        .getBytes(StandardCharsets.UTF_8)
                                                        .length)
                                .sum())
                .isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void noScriptMakesMarkupOrCodeOfText() {
        Portal portal = portal();

        assertThat(portal.files().names())
                .filteredOn(name -> name.endsWith(".js"))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(text(portal, name)).doesNotContainPattern(SINKS));
        assertThat(text(portal, Portal.PAGE)).doesNotContain("<style", " style=", "onclick");
    }

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        Set<String> norwegian = keys(KEY, "texts-nb.js");

        assertThat(norwegian).hasSizeGreaterThan(200).isEqualTo(keys(KEY, "texts-en.js"));
    }

    @Test
    void everyWordThatAScriptAsksForIsThere() {
        Set<String> asked = new TreeSet<>();
        portal().files().names().stream()
                .filter(name -> name.endsWith(".js"))
                .forEach(name -> asked.addAll(keys(WORDS, name)));

        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(keys(KEY, "texts-nb.js")).containsAll(asked);
    }

    private static Set<String> keys(Pattern pattern, String name) {
        return pattern.matcher(text(portal(), name))
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
