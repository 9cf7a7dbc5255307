package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.time.MutableClock;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The stand-in behind a web server, and what its clients send. */
final class RunningMaskinporten implements AutoCloseable {
    /** What grants must be meant for, wherever the server really listens. */
    static final String ISSUER = "http://localhost:7071/maskinporten/";

    /** When it is, until a test moves the clock. */
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** A client's key; finding primes takes time, so that tests share it. */
    static final TestKeys KEY = TestKeys.of("my-key");

    private static final TestKeys OWN = TestKeys.of("maskinporten");

    private final MutableClock clock = MutableClock.at(NOW);
    private final LocalServer server;

    private RunningMaskinporten(Path dataDirectory) {
        server =
                LocalServer.start(
                        new Maskinporten(
                                        signingKey(),
                                        Bundled::parties,
                                        dataDirectory,
                                        URI.create("http://localhost:7071/"),
                                        clock)
                                .handler());
    }

    static RunningMaskinporten start(Path dataDirectory) {
        return new RunningMaskinporten(dataDirectory);
    }

    private static SigningKey signingKey() {
        Instant end = NOW.plus(Duration.ofDays(1));
        return new SigningKey(
                OWN.privateKey(), PublishedKey.of(TestCertificates.selfSigned(OWN, NOW, end)));
    }

    MutableClock clock() {
        return clock;
    }

    HttpResponse<String> get(String path) {
        return server.get("/maskinporten/" + path);
    }

    HttpResponse<String> post(String path, String json) {
        return server.send(
                server.to("/maskinporten/" + path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(String path) {
        return server.send(server.to("/maskinporten/" + path).DELETE());
    }

    /** What a client is registered with that needs nothing special. */
    static ObjectNode registration(String... scopes) {
        ObjectNode registration =
                Json.object().put("integration_type", "maskinporten").put("client_name", "Test");
        for (String scope : scopes) {
            registration.withArray("scopes").add(scope);
        }
        return registration;
    }

    /** Registers a client without keys. */
    String register(ObjectNode registration) {
        HttpResponse<String> answer = post("clients/", registration.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.parse(answer.body()).path("client_id").asText();
    }

    /** Registers a client that signs with {@link #KEY}. */
    String client(ObjectNode registration) {
        String id = register(registration);
        HttpResponse<String> answer = post("clients/" + id + "/jwks", keySet(KEY).toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return id;
    }

    /** Registers a client of these scopes that signs with {@link #KEY}. */
    String client(String... scopes) {
        return client(registration(scopes));
    }

    /** The public half of keys as a set. */
    static ObjectNode keySet(TestKeys... keys) {
        ObjectNode set = Json.object();
        for (TestKeys key : keys) {
            set.withArray("keys").add(new ClientKey(key.kid(), key.publicKey()).toJson());
        }
        return set;
    }

    /** A grant of {@link #KEY} for a client and one scope. */
    TestGrant grant(String client, String scope) {
        return new TestGrant(KEY, client, scope, clock.instant());
    }

    /** Asks for a token. */
    HttpResponse<String> token(String assertion) {
        return form(
                "grant_type="
                        + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer")
                        + "&assertion="
                        + encoded(assertion));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends any form to the token endpoint. */
    HttpResponse<String> form(String form) {
        return form("application/x-www-form-urlencoded", form);
    }

    /** Sends any text to the token endpoint. */
    HttpResponse<String> form(String contentType, String body) {
        return server.send(
                server.to("/maskinporten/token")
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The token that is given for a grant. */
    String accessToken(TestGrant grant) {
        HttpResponse<String> answer = token(grant.sign());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body()).path("access_token").asText();
    }

    /** The claims of the token that is given for a grant. */
    JsonNode claims(TestGrant grant) {
        return TestGrant.part(accessToken(grant), 1);
    }

    /** Where it answers, whatever the path. */
    LocalServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
