package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.Parties;
import no.altinn.local.web.BasicCredentials;
import no.altinn.local.web.Endpoint;
import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.json.Json;

import org.eclipse.jetty.server.Handler;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stands in for Altinn's test token generator: tokens for anyone, for any non-empty user and
 * password. Thread-safe.
 */
public final class TestTokens {
    private final LocalKeys keys;
    private final Supplier<Parties> parties;
    private final AltinnClaims altinn;
    private final TokenSigner signer;

    /**
     * @param platformBase where the platform is, which the tokens name as their issuer
     */
    public TestTokens(LocalKeys keys, Supplier<Parties> parties, URI platformBase, Clock clock) {
        this.keys = keys;
        this.parties = parties;
        this.altinn = new AltinnClaims(platformBase);
        this.signer = new TokenSigner(clock);
    }

    /** Serves {@code /api/Get…Token}. */
    public Handler handler() {
        return Endpoints.builder()
                .get("/api/GetEnterpriseToken", issue(new EnterpriseTokens(keys, parties, altinn)))
                .get("/api/GetPersonalToken", issue(new PersonalTokens(keys, parties, altinn)))
                .get("/api/GetSystemUserToken", issue(new SystemUserTokens(keys, parties, altinn)))
                .get("/api/GetPlatformAccessToken", issue(new PlatformAccessTokens(keys)))
                .build();
    }

    private Endpoint issue(TokenKind kind) {
        return request ->
                BasicCredentials.of(request).isPresent()
                        ? answer(kind, new TokenParameters(request.query()))
                        : Answer.empty(401)
                                .with(
                                        "WWW-Authenticate",
                                        "Basic realm=\"test tokens\", charset=\"UTF-8\"");
    }

    private Answer answer(TokenKind kind, TokenParameters parameters) {
        Bulk bulk = kind.bulk();
        List<String> many = bulk.wanted(parameters);
        return many.isEmpty()
                ? one(kind, parameters)
                : all(kind, parameters, bulk.parameter(), many);
    }

    private Answer one(TokenKind kind, TokenParameters parameters) {
        return signed(kind, parameters)
                .map(jwt -> parameters.has("dump") ? TokenDump.of(jwt) : jwt)
                .map(text -> Answer.text(200, text))
                .orElseGet(parameters::faults);
    }

    /** A token for each value of a parameter, by the value. */
    private Answer all(
            TokenKind kind, TokenParameters parameters, String name, List<String> values) {
        ObjectNode tokens = Json.object();
        for (String value : values) {
            TokenParameters own = parameters.with(name, value);
            Optional<String> jwt = signed(kind, own);
            if (jwt.isEmpty()) {
                return own.faults();
            }
            tokens.put(value, jwt.get());
        }
        return Answer.of(200, MediaType.JSON, tokens.toString());
    }

    /** Empty when the parameters have faults. */
    private Optional<String> signed(TokenKind kind, TokenParameters parameters) {
        parameters.required("env");
        TestToken token = kind.read(parameters);
        List<Shape> shapes = parameters.shapes();
        return parameters.areValid() ? Optional.of(signer.sign(token, shapes)) : Optional.empty();
    }
}
