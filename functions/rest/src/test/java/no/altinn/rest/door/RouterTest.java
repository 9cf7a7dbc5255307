package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class RouterTest {
    private static final Router ROUTER =
            router(
                    "GET ",
                    "GET metadata",
                    "GET metadata/{kind}/{sc}/{sec}",
                    "GET metadata/rolerequirements",
                    "GET reportees",
                    "GET reportees/{rid}",
                    "POST reportees/ReporteeConversion",
                    "GET {who}/messages",
                    "POST {who}/messages",
                    "GET {who}/messages/trashbin",
                    "GET {who}/messages/{id}",
                    "PUT {who}/messages/{id}",
                    "GET serviceowner/messages",
                    "GET files/{*rest}");

    private static Router router(String... routes) {
        return new Router(
                List.of(
                        () ->
                                Stream.of(routes)
                                        .map(route -> route.split(" ", 2))
                                        .map(
                                                parts ->
                                                        Route.open(
                                                                parts[0],
                                                                parts[1],
                                                                visit -> Reply.done()))
                                        .toList()));
    }

    private static Router.Match match(String method, String path) {
        return ROUTER.match(method, Template.split(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET  | ''                            | ''
                    GET  | /                             | ''
                    GET  | metadata                      | metadata
                    GET  | METADATA/                     | metadata
                    GET  | //metadata//                  | metadata
                    GET  | metadata/formtask/1001/1      | metadata/{kind}/{sc}/{sec}
                    GET  | Metadata/RoleRequirements     | metadata/rolerequirements
                    GET  | reportees                     | reportees
                    GET  | reportees/r51000002           | reportees/{rid}
                    POST | REPORTEES/reporteeconversion  | reportees/ReporteeConversion
                    GET  | reportees/ReporteeConversion  | reportees/{rid}
                    GET  | my/messages                   | {who}/messages
                    GET  | MY/Messages/                  | {who}/messages
                    POST | 310000001/messages            | {who}/messages
                    GET  | r50000001/messages            | {who}/messages
                    GET  | R50000001//messages           | {who}/messages
                    GET  | my/messages/trashbin          | {who}/messages/trashbin
                    GET  | my/messages/TrashBin          | {who}/messages/trashbin
                    GET  | my/messages/a1                | {who}/messages/{id}
                    PUT  | my/messages/a1                | {who}/messages/{id}
                    HEAD | my/messages/a1                | {who}/messages/{id}
                    GET  | serviceowner/messages         | serviceowner/messages
                    GET  | files                         | files/{*rest}
                    GET  | files/a/b/c                   | files/{*rest}
                    """)
    void aPathFindsItsMostParticularRoute(String method, String path, String template) {
        assertThat(match(method, path).route().template()).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nothing",
        "GET, me/messages",
        "GET, 31000000/messages",
        "GET, 3100000011/messages",
        "GET, rx/messages",
        "GET, r/messages",
        "GET, r12345678901/messages",
        "GET, my",
        "GET, my/messages/a1/b",
        "POST, my/nothing",
        "GET, metadata/formtask"
    })
    void anUnknownPathIsNotFound(String method, String path) {
        assertThatExceptionOfType(RestError.class)
                .isThrownBy(() -> match(method, path))
                .satisfies(error -> assertThat(error.status()).isEqualTo(404));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DELETE | my/messages | GET, HEAD, OPTIONS, POST
                    PATCH  | my/messages/a1 | GET, HEAD, OPTIONS, PUT
                    POST   | my/messages/trashbin | GET, HEAD, OPTIONS, PUT
                    POST   | metadata | GET, HEAD, OPTIONS
                    PUT    | reportees/ReporteeConversion | GET, HEAD, OPTIONS, POST
                    """)
    void aWrongMethodIsToldTheRightOnes(String method, String path, String allow) {
        assertThatExceptionOfType(RestError.class)
                .isThrownBy(() -> match(method, path))
                .satisfies(error -> assertThat(error.status()).isEqualTo(405))
                .satisfies(
                        error ->
                                assertThat(error.reply().orElseThrow().headers())
                                        .containsEntry("Allow", allow));
    }

    @Test
    void partsInBracesStandForWhatThePathHas() {
        assertThat(match("GET", "R50000001/messages/a%201").values())
                .isEqualTo(Map.of("who", "R50000001", "id", "a%201"));
        assertThat(match("GET", "files/a/b").values()).isEqualTo(Map.of("rest", "a/b"));
        assertThat(match("GET", "files").values()).isEqualTo(Map.of("rest", ""));
    }

    @Test
    void twoRoutesOfOneAddressAreAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router("GET {who}/Messages", "GET {who}/messages"))
                .withMessage("Two routes of {who}/messages");
    }

    @Test
    void everyRouteIsListed() {
        assertThat(ROUTER.routes()).hasSize(14);
    }
}
