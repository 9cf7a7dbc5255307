package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.identity.KeptKeys;
import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.JwtVerifier;
import no.altinn.platform.jose.KeySet;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;
import no.altinn.testing.time.MutableClock;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The stand-in behind a real web server, and what its clients do with it. */
final class Provider implements AutoCloseable {
    /** The example of RFC 7636 appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    static final String ISSUER = "http://localhost:7071/idporten";
    static final String PERSON_A = "01909012345";

    final MutableClock clock = MutableClock.at("2026-11-22T10:00:00Z");
    final SigningKey key;
    private final LocalServer server;

    private Provider(Path folder, Supplier<Parties> parties) {
        KeptKeys.putInto(folder, clock);
        key = LocalKeys.open(folder, clock).idPorten();
        URI base = URI.create("http://localhost:7071/");
        server = LocalServer.start(new IdPorten(key, parties, base, clock).handler());
    }

    /** Starts over the bundled test data; its keys are made in the folder. */
    static Provider start(Path folder) {
        return new Provider(folder, Bundled::parties);
    }

    static Provider start(Path folder, Parties parties) {
        return new Provider(folder, () -> parties);
    }

    HttpResponse<String> get(String path) {
        return server.get(path);
    }

    /** Opens the login page. */
    HttpResponse<String> open(Form authorization) {
        return server.get("/idporten/authorize?" + authorization);
    }

    /** Sends what the login page's form sends. */
    HttpResponse<String> submit(Form authorization) {
        return server.send(post("/idporten/authorize", authorization));
    }

    /** Asks the token endpoint. */
    HttpResponse<String> exchange(Form form) {
        return server.send(post("/idporten/token", form));
    }

    /** The same with credentials in the header. */
    HttpResponse<String> exchange(Form form, String authorizationHeader) {
        return server.send(
                post("/idporten/token", form).header("Authorization", authorizationHeader));
    }

    HttpResponse<String> send(String method, String path, String contentType, String body) {
        return server.send(
                server.to(path)
                        .header("Content-Type", contentType)
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** Logs person A in, and gives the code. */
    String login(Form authorization) {
        HttpResponse<String> answer = submit(authorization.and("pid", PERSON_A));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return sentBack(answer).first("code").orElseThrow();
    }

    String login() {
        return login(Form.authorization());
    }

    /** Logs person A in, and gives the tokens of a public client. */
    JsonNode tokens(Form authorization) {
        HttpResponse<String> answer = exchange(Form.exchange(login(authorization)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    /** The claims of a token that is signed with the provider's key and has not expired. */
    Map<String, JsonNode> claims(String jwt) {
        KeySet keys = new KeySet(List.of(new KeySet.Key(key.kid(), key.published().publicKey())));
        try {
            return new JwtVerifier(keys, clock).verify(jwt);
        } catch (InvalidToken e) {
            throw new AssertionError(e);
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** The parameters that a person is sent back with. */
    static QueryParameters sentBack(HttpResponse<String> answer) {
        return QueryParameters.parse(URI.create(location(answer)).getRawQuery());
    }

    private HttpRequest.Builder post(String path, Form form) {
        return server.to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()));
    }

    @Override
    public void close() {
        server.close();
    }
}
