package no.altinn.rest.endpoint.help;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.Category;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.endpoint.openapi.OldHelp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class HelpRoutesTest {
    private static final List<Route> KNOWN =
            List.of(
                    Route.of(
                            "GET",
                            "{who}/messages/{id}",
                            Category.MESSAGE,
                            Needs.USER,
                            Set.of(),
                            visit -> Reply.done()),
                    Route.of(
                            "GET",
                            "serviceowner/reportees",
                            Category.SERVICE_OWNER,
                            Needs.SERVICE_OWNER,
                            Set.of(),
                            visit -> Reply.done()));

    private final DoorBed bed =
            DoorBed.of(
                    new HelpRoutes(
                            URI.create("https://rest.example/"),
                            Optional.empty(),
                            new OldHelp(() -> KNOWN)));

    private Answer get(String path) {
        return bed.get(path).without("ApiKey").answer();
    }

    @ParameterizedTest
    @CsvSource({"help, Help: the REST API<", "serviceowner/help, for service owners<"})
    void anybodyMayReadAPageWithoutAKey(String path, String title) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self';");
        assertThat(answer.body())
                .contains(title, "href=\"/api/" + path + "/openapi.json\"")
                .contains("/api/" + path + "/help.js?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help/help.css", "serviceowner/help/HELP.css"})
    void aFileOfThePageIsBelowIt(String path) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(answer.header("Cache-Control")).startsWith("public, max-age=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help/other.js", "serviceowner/help/other.js"})
    void aFileOfNoPageIsUnknown(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET-who-messages-messageId_language_markAsRead, help#/Messages/getMessage",
        "GET-serviceowner-reportees_subject,"
                + " serviceowner/help#/ServiceOwners/getReporteesOfSubject"
    })
    void anOldAddressLeadsToTheOperation(String id, String place) {
        Answer answer = get("Help/Api/" + id);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("https://rest.example/api/" + place);
    }

    @Test
    void anOldAddressOfNothingIsUnknown() {
        Answer answer = get("help/api/GET-nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.reason()).isEqualTo("The help has no operation of this name");
    }
}
