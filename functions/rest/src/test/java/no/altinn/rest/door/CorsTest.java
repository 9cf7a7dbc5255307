package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

class CorsTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private final DoorBed bed =
            DoorBed.of(
                    () ->
                            List.of(
                                    route("GET"),
                                    route("POST"),
                                    Route.open("GET", "metadata", visit -> Reply.done()),
                                    Route.open("POST", "authentication/x", visit -> Reply.done())));

    private static Route route(String method) {
        return Route.of(
                method, "x", Category.MESSAGE, Needs.NOTHING, Set.of(), visit -> Reply.done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.eksempel.no", "https://rest.example"})
    void pagesOfTheKeysApplicationAndOursMayReadAnswers(String origin) {
        Answer answer = bed.get("x").with("Origin", origin).answer();

        assertThat(answer.header(ALLOWED)).isEqualTo(origin);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .isEqualTo(
                        "Location, ETag, X-Warning-LimitReached, Content-MD5, Content-Disposition,"
                                + " Retry-After");
        assertThat(answer.header("Vary")).isEqualTo("Accept, Origin");
    }

    @Test
    void refusalsMayBeReadToo() {
        assertThat(bed.get("nowhere").with("Origin", DoorBed.ORIGIN).answer().header(ALLOWED))
                .isEqualTo(DoorBed.ORIGIN);
        assertThat(
                        bed.get("x")
                                .without("ApiKey")
                                .with("Origin", DoorBed.ORIGIN)
                                .answer()
                                .header(ALLOWED))
                .isEqualTo(DoorBed.ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "http://www.eksempel.no",
                "https://www.eksempel.no:444",
                "https://www.eksempel.no.evil.example",
                "HTTPS://www.eksempel.no",
                "https://rest.example:8443",
                "null",
                ""
            })
    void pagesOfAnotherOriginReadNothingAndWriteNothing(String origin) {
        Answer read = bed.get("x").with("Origin", origin).answer();
        Answer written = bed.ask("POST", "x").with("Origin", origin).answer();

        assertThat(read.status()).isEqualTo(204);
        assertThat(read.header(ALLOWED)).isEmpty();
        assertThat(written.status()).isEqualTo(403);
        assertThat(written.reason()).isEqualTo("The origin is not allowed");
        assertThat(written.header(ALLOWED)).isEmpty();
    }

    @Test
    void anOriginCountsForItsOwnKeyAlone() {
        Answer answer =
                bed.get("x").with("ApiKey", DoorBed.READER).with("Origin", DoorBed.ORIGIN).answer();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header(ALLOWED)).isEmpty();
    }

    @Test
    void withoutAKeyAnyApplicationsOriginCounts() {
        assertThat(
                        bed.get("metadata")
                                .without("ApiKey")
                                .with("Origin", DoorBed.ORIGIN)
                                .answer()
                                .header(ALLOWED))
                .isEqualTo(DoorBed.ORIGIN);
        assertThat(
                        bed.ask("POST", "authentication/x")
                                .without("ApiKey")
                                .with("Origin", DoorBed.ORIGIN)
                                .answer()
                                .status())
                .isEqualTo(204);
    }

    @Test
    void aRequestOfNoPageHasNoSuchHeaders() {
        Answer answer = bed.get("x").answer();

        assertThat(answer.header(ALLOWED)).isEmpty();
        assertThat(answer.header("Access-Control-Expose-Headers")).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Accept, Origin");
    }

    private DoorBed.Asked preflight(String path, String origin) {
        return bed.ask("OPTIONS", path)
                .without("ApiKey")
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "PUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "my/messages", "nowhere/at/all"})
    void aPreflightOfAnyPathIsAnswered(String path) {
        Answer answer =
                preflight(path, DoorBed.ORIGIN)
                        .with(
                                "Access-Control-Request-Headers",
                                "apikey,content-type, x-b\u00e6d, if-match")
                        .answer();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header(ALLOWED)).isEqualTo(DoorBed.ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Allow-Methods"))
                .isEqualTo("GET, POST, PUT, DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .isEqualTo("apikey, content-type, if-match");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example", "null", "https://www.eksempel.no/"})
    void aPreflightOfAnotherOriginIsRefused(String origin) {
        Answer answer = preflight("x", origin).answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header(ALLOWED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"x, 204, 'GET, HEAD, OPTIONS, POST'", "nowhere, 404, ''"})
    void optionsWithoutAnOriginNamesTheMethods(String path, int status, String allow) {
        Answer answer = bed.ask("OPTIONS", path).without("ApiKey").answer();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Allow")).isEqualTo(allow);
    }
}
