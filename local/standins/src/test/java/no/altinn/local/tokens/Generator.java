package no.altinn.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.identity.KeptKeys;
import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.KeySet;
import no.altinn.platform.json.Json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;

/** The test token generator on a port of its own, and what its tokens are read with. */
record Generator(LocalKeys keys, LocalServer server) implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private static final URI BASE = URI.create("http://localhost:7071");
    private static final String ISSUER = BASE + "/authentication/api/v1/openid/";

    static Generator start(Path folder) {
        KeptKeys.putInto(folder, CLOCK);
        LocalKeys keys = LocalKeys.open(folder, CLOCK);
        TestTokens tokens = new TestTokens(keys, Bundled::parties, BASE, CLOCK);
        return new Generator(keys, LocalServer.start(tokens.handler()));
    }

    /** Asks as anyone. */
    HttpResponse<String> ask(String pathAndQuery) {
        return send(to(pathAndQuery).header("Authorization", basic("user:pass")));
    }

    HttpRequest.Builder to(String pathAndQuery) {
        return server.to(pathAndQuery);
    }

    HttpResponse<String> get(String pathAndQuery) {
        return server.get(pathAndQuery);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return server.send(request);
    }

    /** A token, validated as the Events API does it, with the published keys. */
    AltinnToken token(String pathAndQuery) throws InvalidToken {
        HttpResponse<String> answer = ask(pathAndQuery);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return validator(keys).validate(answer.body());
    }

    /** Accepts what these keys sign for the platform. */
    static AltinnTokenValidator validator(LocalKeys keys) {
        KeySet published =
                new KeySet(
                        keys.published().stream()
                                .map(key -> new KeySet.Key(key.kid(), key.publicKey()))
                                .toList());
        return new AltinnTokenValidator(published, new TokenIssuers(Set.of(ISSUER), false), CLOCK);
    }

    static JsonNode header(String jwt) {
        return part(jwt, 0);
    }

    static JsonNode claims(String jwt) {
        return part(jwt, 1);
    }

    static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode part(String jwt, int index) {
        byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]);
        return Json.parse(new String(json, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
