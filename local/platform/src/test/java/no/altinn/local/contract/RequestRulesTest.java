package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** What holds for every endpoint: media types, sizes, paths, methods and the order of checks. */
@ExtendWith(RunningPlatform.class)
final class RequestRulesTest {
    private static final int LIMIT = 1024 * 1024;

    static final List<Endpoint> ALL =
            Stream.concat(Endpoint.forClients().stream(), Endpoint.forThePlatform().stream())
                    .toList();
    static final List<Endpoint> WITH_BODY =
            ALL.stream().filter(endpoint -> !endpoint.body().isEmpty()).toList();
    static final List<Endpoint> OF_JSON =
            WITH_BODY.stream()
                    .filter(endpoint -> endpoint.contentType().equals("application/json"))
                    .toList();
    static final List<Endpoint> GETS =
            Endpoint.forClients().stream()
                    .filter(endpoint -> endpoint.method().equals("GET"))
                    .toList();

    private final Platform platform;
    private final Tokens tokens;

    RequestRulesTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void anotherContentTypeIs415(Endpoint endpoint) {
        for (String type :
                List.of(
                        "text/plain",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        "application/octet-stream",
                        "*/*",
                        "nonsense",
                        endpoint.contentType() + "; charset=iso-8859-1")) {
            Reply reply = trusted(endpoint).body(type, endpoint.body()).send();
            problem(415, reply);
        }
    }

    @ParameterizedTest
    @FieldSource("OF_JSON")
    void jsonOfAnyVocabularyIsReadWhereJsonIs(Endpoint endpoint) {
        Reply plain = trusted(endpoint).json(endpoint.body()).send();
        assertThat(plain.status()).isNotEqualTo(415);
        for (String type :
                List.of(
                        "application/cloudevents+json",
                        "application/cloudevents+json; charset=utf-8",
                        "application/cloudevents-batch+json",
                        "Application/Vnd.Example+Json;charset=\"UTF-8\"")) {
            Reply reply = trusted(endpoint).body(type, endpoint.body()).send();
            assertThat(reply.status()).as(type).isEqualTo(plain.status());
            assertThat(reply.told()).isEqualTo(plain.told());
        }
    }

    @ParameterizedTest
    @FieldSource("OF_JSON")
    void jsonThatIsNoApplicationsIs415(Endpoint endpoint) {
        for (String type : List.of("text/json", "image/x+json", "application/jsonl")) {
            Reply reply = trusted(endpoint).body(type, endpoint.body()).send();
            problem(415, reply);
            assertThat(reply.told()).contains("application/json or application/*+json");
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void noContentTypeIs415(Endpoint endpoint) {
        problem(415, trusted(endpoint).send());
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodyOverTheLimitIs413(Endpoint endpoint) {
        for (int size : List.of(LIMIT + 1, 3 * LIMIT)) {
            String body = "\"" + "x".repeat(size - 2) + "\"";
            problem(413, trusted(endpoint).body(endpoint.contentType(), body).send());
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void theLimitIsOneOfBytesNotOfCharacters(Endpoint endpoint) {
        String body = "\"" + "å".repeat(LIMIT / 2) + "\"";
        problem(413, trusted(endpoint).body(endpoint.contentType(), body).send());
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodySentInChunksIs411(Endpoint endpoint) {
        Reply reply = trusted(endpoint).chunked(endpoint.contentType(), endpoint.body()).send();
        problem(411, reply);
        assertThat(reply.told()).contains("Content-Length");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aBodyInAContentCodingIs415(Endpoint endpoint) {
        for (String coding : List.of("gzip", "br", "deflate, identity", "nonsense")) {
            Reply reply =
                    trusted(endpoint)
                            .header("Content-Encoding", coding)
                            .body(endpoint.contentType(), endpoint.body())
                            .send();
            problem(415, reply);
            assertThat(reply.header("Accept-Encoding")).contains("identity");
            assertThat(reply.told()).contains("Content-Encoding");
        }
        assertThat(withHeader(endpoint, "Content-Encoding", "identity"))
                .isEqualTo(withHeader(endpoint, "x-none", "identity"));
    }

    @Test
    void aZippedBodyIs415AlsoWhereAnythingIsTaken() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        Reply reply =
                platform.api("POST", "tests/webhookreceiver")
                        .header("Content-Encoding", "gzip")
                        .body("application/json", zipped.toByteArray())
                        .send();
        problem(415, reply);
        assertThat(reply.header("Accept-Encoding")).contains("identity");
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aByteOrderMarkIsIgnored(Endpoint endpoint) {
        Reply plain = trusted(endpoint).body(endpoint.contentType(), endpoint.body()).send();
        Reply marked =
                trusted(endpoint).body(endpoint.contentType(), "\uFEFF" + endpoint.body()).send();
        assertThat(marked.status()).isEqualTo(plain.status());
        assertThat(marked.body()).isEqualTo(plain.body());
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void noBodyIs400(Endpoint endpoint) {
        Reply reply = trusted(endpoint).body(endpoint.contentType(), "").send();
        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @FieldSource("GETS")
    void theContentTypeOfAGetIsIgnored(Endpoint endpoint) {
        int plain = trusted(endpoint).send().status();
        for (String type :
                List.of(
                        "application/json",
                        "application/cloudevents+json",
                        "application/octet-stream",
                        "text/plain; charset=iso-8859-1",
                        "nonsense")) {
            Reply reply = trusted(endpoint).header("Content-Type", type).send();
            assertThat(reply.status()).as(reply.toString()).isIn(200, 404).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_BODY")
    void aTrailingSlashIsAccepted(Endpoint endpoint) {
        Reply reply =
                platform.api(endpoint.method(), endpoint.path() + "/")
                        .body(endpoint.contentType(), endpoint.body())
                        .send();
        assertThat(reply.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events/?after=0&resource=urn:altinn:resource:ttd-rows",
                "app/ttd/rows/?after=0",
                "app/party/?after=0&party=50000001",
                "subscriptions/",
                "health/"
            })
    void aTrailingSlashOfAGetIsAccepted(String path) {
        assertThat(platform.api("GET", path).bearer(tokens.ttd()).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aRunOfSlashesCountsAsOne(Endpoint endpoint) {
        Reply plain = trusted(endpoint.on(platform)).send();
        assertThat(plain.status()).isNotEqualTo(401);
        String path = "events/api/v1/" + endpoint.path();
        for (String doubled :
                List.of(
                        path.replaceFirst("/", "//"),
                        path.replaceFirst("v1/", "v1///"),
                        path.replaceFirst("(?=\\?|$)", "//"),
                        path.replaceAll("/(?!.*\\?)", "//"))) {
            Call call = platform.call(endpoint.method(), doubled);
            Reply reply = trusted(endpoint.with(call)).send();
            assertThat(reply.status()).as(doubled + " " + reply).isEqualTo(plain.status());
            assertThat(platform.call(endpoint.method(), doubled).send().status())
                    .as("without a token")
                    .isEqualTo(401);
        }
    }

    @Test
    void theOnlyEndpointsWithoutATokenTakeRunsOfSlashesToo() {
        assertThat(platform.call("GET", "events/api//v1/health").send().body())
                .isEqualTo("Healthy");
        assertThat(platform.api("POST", "tests//webhookreceiver").json("{}").send().status())
                .isEqualTo(200);
    }

    @Test
    void nextHasOneSlashForARun() {
        EventText event = EventText.on(Platform.resource());
        platform.publish(event);
        String resource = event.json().replaceAll(".*\"resource\":\"([^\"]*)\".*", "$1");
        Reply page =
                platform.call("GET", "events//api/v1///events?after=0&resource=" + resource)
                        .bearer(tokens.ttd())
                        .send();
        assertThat(page.ids()).containsExactly(event.id());
        assertThat(page.next()).startsWith(platform.base() + "events/api/v1/events?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin//host/status",
                "/admin/host/status",
                "runtime//webhooks/eventgrid",
                "events//admin/host/status",
                "events//runtime/webhooks/eventgrid",
                "events//../admin/host/status",
                "events//api/v1/nothing",
                "events//api/v1/subscriptions/1/more",
                "/events/api/v1/health"
            })
    void aRunOfSlashesOpensNothingElse(String path) {
        Reply reply = platform.call("GET", path).bearer(tokens.ttd()).send();
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aMethodThatNoEndpointHasIs405WithARunOfSlashesToo() {
        for (String method : List.of("PATCH", "PUT", "DELETE")) {
            Reply reply = platform.api(method, "/events").bearer(tokens.ttd()).send();
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("Allow")).contains("GET, HEAD, POST, OPTIONS");
            assertThat(reply.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, app, 'POST, OPTIONS'",
        "PUT, events, 'GET, HEAD, POST, OPTIONS'",
        "DELETE, events, 'GET, HEAD, POST, OPTIONS'",
        "PATCH, events, 'GET, HEAD, POST, OPTIONS'",
        "POST, app/party, 'GET, HEAD, OPTIONS'",
        "DELETE, app/ttd/rows, 'GET, HEAD, OPTIONS'",
        "POST, subscriptions/1, 'GET, HEAD, DELETE, OPTIONS'",
        "PUT, subscriptions, 'GET, HEAD, POST, OPTIONS'",
        "GET, subscriptions/validate/1, 'PUT, OPTIONS'",
        "HEAD, storage/events, 'POST, OPTIONS'",
        "GET, storage/events, 'POST, OPTIONS'",
        "GET, inbound, 'POST, OPTIONS'",
        "GET, outbound, 'POST, OPTIONS'",
        "GET, push, 'POST, OPTIONS'",
        "GET, storage/events/logs, 'POST, OPTIONS'",
        "GET, tests/webhookreceiver, 'POST, OPTIONS'",
        "POST, health, 'GET, HEAD, OPTIONS'",
        "POST, health/, 'GET, HEAD, OPTIONS'"
    })
    void aMethodThatAPathLacksIsABare405WithThoseThatItHas(
            String method, String path, String allowed) {
        for (Call call :
                List.of(
                        platform.api(method, path),
                        platform.api(method, path).bearer(tokens.ttd()))) {
            Reply reply = call.send();
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("Allow")).contains(allowed);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void theAuthenticationAppTellsItsMethodsToo() {
        String refresh = "authentication/api/v1/refresh";

        assertThat(platform.call("POST", refresh).send().status()).isEqualTo(405);
        assertThat(platform.call("OPTIONS", refresh).send().header("Allow"))
                .contains("GET, HEAD, OPTIONS");
        assertThat(platform.call("GET", "authentication/api/v1/nothing").send().status())
                .isEqualTo(404);
    }

    @Test
    void optionsTellsTheMethodsOfAPath() {
        Reply reply = platform.api("OPTIONS", "subscriptions/1").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Allow")).contains("GET, HEAD, DELETE, OPTIONS");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void headIsAnsweredAsGetWithoutTheBody() {
        Reply reply = platform.api("HEAD", "subscriptions").bearer(tokens.ttd()).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("application/json");
        assertThat(reply.body()).isEmpty();
        assertThat(platform.api("HEAD", "subscriptions").send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nothing",
        "POST, nothing",
        "OPTIONS, nothing",
        "GET, events/1",
        "GET, app/ttd/rows/more",
        "GET, subscriptions/1/more",
        "TRACE, events"
    })
    void anUnknownPathIsABare404(String method, String path) {
        Reply reply = platform.api(method, path).bearer(tokens.ttd()).send();
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Allow")).isEmpty();
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "0", "-1"})
    void anUnknownSubscriptionIs404(String id) {
        for (String method : List.of("GET", "DELETE")) {
            Reply reply = platform.api(method, "subscriptions/" + id).bearer(tokens.ttd()).send();
            assertThat(reply.status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.0", "2147483648", "99999999999999999999", "%31x", "%C3%A5"})
    void anIdThatIsNoNumberOf32BitsIs400(String id) {
        for (String method : List.of("GET", "DELETE")) {
            Reply reply = platform.api(method, "subscriptions/" + id).bearer(tokens.ttd()).send();
            problem(400, reply);
        }
    }

    @Test
    void theTokenIsCheckedBeforeTheContentType() {
        assertThat(platform.api("POST", "events").body("text/plain", "x").send().status())
                .isEqualTo(401);
        assertThat(platform.api("POST", "inbound").body("text/plain", "x").send().status())
                .isEqualTo(401);
    }

    @Test
    void theContentTypeIsCheckedBeforeTheScope() {
        String noScope = tokens.serviceOwner("ttd", "altinn:other");
        Call call = platform.api("POST", "events").bearer(noScope);
        assertThat(call.body("text/plain", "x").send().status()).isEqualTo(415);
        assertThat(platform.api("POST", "app").bearer(noScope).body("text/plain", "x").send())
                .returns(415, Reply::status);
    }

    @Test
    void theScopeIsCheckedBeforeTheBody() {
        String noScope = tokens.serviceOwner("ttd", "altinn:other");
        assertThat(platform.publishing("no json").bearer(noScope).send().status()).isEqualTo(403);
        assertThat(platform.publishing("x".repeat(LIMIT + 1)).bearer(noScope).send().status())
                .isEqualTo(403);
        assertThat(platform.api("POST", "app").json("no json").bearer(noScope).send().status())
                .isEqualTo(403);
        assertThat(platform.api("GET", "events").bearer(noScope).send().status()).isEqualTo(403);
    }

    @Test
    void theBodyIsCheckedBeforeThePolicy() {
        assertThat(platform.publishing("{}").bearer(tokens.skd()).send().status()).isEqualTo(400);
        String noUrn = EventText.on("ttd").json();
        assertThat(platform.publishing(noUrn).bearer(tokens.skd()).send().status()).isEqualTo(400);
    }

    private int withHeader(Endpoint endpoint, String name, String value) {
        return trusted(endpoint)
                .header(name, value)
                .body(endpoint.contentType(), endpoint.body())
                .send()
                .status();
    }

    /** The request without its body, with every token there is. */
    private Call trusted(Endpoint endpoint) {
        return trusted(platform.api(endpoint.method(), endpoint.path()));
    }

    private Call trusted(Call call) {
        return call.bearer(tokens.ttd()).platformAccess(tokens.platform());
    }

    private static void problem(int status, Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.contentType()).isEqualTo("application/problem+json; charset=utf-8");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("detail").asText()).isNotEmpty();
    }
}
