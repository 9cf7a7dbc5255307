package no.altinn.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.acceptance.WithPlatform;
import no.altinn.acceptance.gateway.GatewayApi.Operation;
import no.altinn.local.LocalPlatform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Only published paths pass the gateway, however a client writes the path. */
@ExtendWith(WithPlatform.class)
class ClosedPathsTest {
    private static final GatewayApi EVENTS = GatewayFiles.api("events");
    private static final Gate GATE = new Gate(EVENTS);
    private static final List<String> METHODS = List.of("POST", "PUT", "DELETE");
    private static final int PATIENCE_MS = 20_000;

    private static String filled(String path) {
        return path.replace("{resource}", "urn:altinn:resource:ttd-x")
                .replaceAll("\\{[^}]*\\}", "7");
    }

    static Stream<String> spellingsOfClosedPaths() {
        return EVENTS.closed().stream().flatMap(path -> Spellings.all("/events/" + filled(path)));
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    @ParameterizedTest
    @MethodSource("spellingsOfClosedPaths")
    void noSpellingOfAClosedPathIsOpen(String path) {
        assertThat(GATE.isOpen(withoutQuery(path))).isFalse();
    }

    /** Asks the app itself: which spellings lead to what only the platform may call. */
    @Test
    void theSpellingsAreThoseThatReachThePlatformsFunctionsWithoutAGateway(LocalPlatform platform) {
        List<String> reached = new ArrayList<>();
        for (String path : spellingsOfClosedPaths().toList()) {
            if (METHODS.stream().anyMatch(method -> status(platform.base(), method, path) == 401)) {
                reached.add(path);
            }
        }

        assertThat(reached)
                .hasSizeGreaterThanOrEqualTo(6 * EVENTS.closed().size())
                .noneMatch(path -> GATE.isOpen(withoutQuery(path)));
    }

    private static int status(URI base, String method, String path) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream()
                    .write(
                            "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .formatted(method, path)
                                    .getBytes(StandardCharsets.ISO_8859_1));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void noParameterOfAnOpenPathMakesItAClosedOne() {
        List<String> tricks =
                List.of(
                        "7",
                        "..",
                        ".",
                        "%2e%2e",
                        "%2E.",
                        "inbound",
                        "push",
                        "storage",
                        "validate",
                        "..%2finbound",
                        "%2e%2e%2finbound",
                        "..%5cpush",
                        "7%2f..%2f..%2finbound");
        List<String> passing = new ArrayList<>();
        for (Operation operation : EVENTS.operations()) {
            for (String path : variants("/events" + operation.path(), tricks)) {
                if (GATE.isOpen(path)) {
                    passing.add(path);
                    assertThat(GATE.isClosed(resolved(path))).as(path).isFalse();
                }
            }
        }

        assertThat(passing).hasSizeGreaterThan(EVENTS.operations().size());
    }

    /** The path with each parameter of it replaced by each of these texts. */
    private static List<String> variants(String path, List<String> values) {
        int start = path.indexOf('{');
        if (start < 0) {
            return List.of(path);
        }
        String head = path.substring(0, start);
        String tail = path.substring(path.indexOf('}') + 1);
        return values.stream()
                .flatMap(value -> variants(head + value + tail, values).stream())
                .toList();
    }

    /** As a server reads a path that goes up before it routes. */
    private static String resolved(String path) {
        return URI.create(GATE.read(path).replace('\\', '/').replace(" ", "%20"))
                .normalize()
                .getPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "authentication"})
    void everyPublishedPathIsOpenHoweverTheAppTakesIt(String app) {
        GatewayApi api = GatewayFiles.api(app);
        Gate gate = new Gate(api);
        for (Operation operation : api.operations()) {
            for (String path : Spellings.same("/" + app + filled(operation.path()))) {
                assertThat(gate.isOpen(path)).as(path).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events",
                "/events/",
                "/events/api/v1",
                "/events/api/v1/nothing",
                "/events/api/v1/events/more",
                "/events/not-published",
                "/events/api/v1/subscriptions/7/nothing",
                "/events/api/v1/subscriptions/validate/rate",
                "/events/api/v2/events",
                "/events/api/v1/openapi-json",
                "/authentication/api/v1/refresh"
            })
    void whatNoFunctionServesIsNotOpen(String path) {
        assertThat(GATE.isOpen(path)).isFalse();
    }

    /** The gateway sends requests for closed paths to an address that no app has. */
    @Test
    void theAddressForWhatIsClosedIsAnsweredAsWhatIsNotThere(LocalPlatform platform) {
        for (String app : List.of("events", "authentication")) {
            assertThat(status(platform.base(), "POST", "/" + app + "/not-published"))
                    .isEqualTo(404);
        }
        assertThat(GatewayFiles.text("policies/functions.xml"))
                .contains("<rewrite-uri template=\"/not-published\"");
        assertThat(GatewayFiles.text("policies/rest.xml"))
                .contains("<rewrite-uri template=\"/not-published\"");
    }
}
