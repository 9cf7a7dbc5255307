package no.altinn.platform.help;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class HelpPageTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private static HelpPage page(Optional<URI> testTools, Panel... panels) {
        return new HelpPage(
                new HelpSubject(
                        "Help: <the> API",
                        "Hjelp: API-et",
                        "/api/help",
                        "/api/help/openapi.json",
                        "/api",
                        List.of(panels),
                        testTools));
    }

    private static String html(Panel... panels) {
        return page(Optional.empty(), panels).page().body();
    }

    private static Stream<String> loaded(String html) {
        return LOADED.matcher(html).results().map(MatchResult::group).map(HelpPageTest::address);
    }

    private static String address(String attribute) {
        return attribute.replaceAll("^\\w+=\"|\"$", "");
    }

    @Test
    void everyPlaceOfThePageIsFilledIn() {
        assertThat(html(Panel.values()))
                .doesNotContain("{{", "}}")
                .contains("<title>Help: &lt;the&gt; API</title>", "Hjelp: API-et");
    }

    @Test
    void thePageLoadsWhatIsBesideItAndNothingElse() {
        HelpPage page = page(Optional.empty(), Panel.values());

        List<String> files =
                loaded(page.page().body())
                        .filter(address -> address.startsWith("/api/help/"))
                        .filter(address -> !address.endsWith("openapi.json"))
                        .map(address -> address.replaceAll(".*/|\\?.*", ""))
                        .toList();

        assertThat(files).hasSize(5).allSatisfy(file -> assertThat(page.file(file)).isPresent());
        assertThat(loaded(page.page().body())).allMatch(address -> address.startsWith("/api/"));
    }

    @Test
    void neitherScriptNorStyleStandsInThePageItself() {
        assertThat(html(Panel.values()))
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContain("<style", "style=\"", "onclick", "onload", "javascript:");
    }

    @Test
    void browsersAreToldToLoadFromThisHostAlone() {
        Answer answer = page(Optional.empty()).page();

        assertThat(answer.headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-cache");
        assertThat(answer.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "http");
    }

    @ParameterizedTest
    @EnumSource(Panel.class)
    void aPageHasThePanelsOfItsSubjectAlone(Panel panel) {
        String own = panel.resource().replaceAll(".*/|\\.html", "");
        String id = panel == Panel.LOGIN ? "password-login" : own;

        assertThat(html(panel)).contains("id=\"" + id + "\"");
        assertThat(html()).doesNotContain("id=\"" + id + "\"");
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        String html = html(Panel.values());

        assertThat(count(html, "class=\"en\"")).isEqualTo(count(html, "class=\"nb\"")).isPositive();
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @Test
    void everyFieldIsNamedByALabel() {
        String html = html(Panel.values());

        assertThat(
                        Pattern.compile("<(?:input|select) id=\"([^\"]+)\"")
                                .matcher(html)
                                .results()
                                .map(field -> field.group(1)))
                .hasSize(6)
                .allSatisfy(id -> assertThat(html).contains("<label for=\"" + id + "\">"));
    }

    @Test
    void testToolsAreLoadedWhereTheyAreSet() {
        assertThat(page(Optional.of(URI.create("http://localhost:1/t.js"))).page().body())
                .contains("<script type=\"module\" src=\"http://localhost:1/t.js\"></script>");
        assertThat(html(Panel.values())).doesNotContain("localhost");
    }

    @Test
    void theDeployedFilesAreThoseOfSwaggerUi() {
        HelpPage page = page(Optional.empty());

        assertThat(page.file("swagger-ui-bundle.js").orElseThrow().body())
                .contains("SwaggerUIBundle");
        assertThat(page.file("swagger-ui.css").orElseThrow().headers())
                .containsEntry("Content-Type", "text/css; charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=86400");
    }

    @Test
    void filesAreFoundInAnyCase() {
        assertThat(page(Optional.empty()).file("HELP.JS")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "help.html", "../help.js", "panels/login.html", "swagger-ui.js", "%2e"})
    void otherFilesAreNotServed(String name) {
        assertThat(page(Optional.empty()).file(name)).isEmpty();
    }

    @Test
    void addressesOfFilesNameOneEdition() {
        List<String> editions =
                loaded(html())
                        .filter(address -> address.contains("?v="))
                        .map(address -> address.replaceAll(".*\\?v=", ""))
                        .distinct()
                        .toList();

        assertThat(editions).singleElement().asString().matches("[0-9.]+-[0-9a-f]+");
    }

    @Test
    void panelsHaveResourcesOfTheirOwn() {
        assertThat(Arrays.stream(Panel.values()).map(Panel::resource).distinct())
                .hasSize(Panel.values().length);
    }
}
