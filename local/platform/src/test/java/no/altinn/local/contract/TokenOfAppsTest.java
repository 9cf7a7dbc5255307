package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Platform access tokens that are none, and those that are just odd. */
@ExtendWith(RunningPlatform.class)
final class TokenOfAppsTest {
    /** What is sent as a platform access token, and why it is none. */
    record Fake(String why, Function<Tokens, String> token) {
        @Override
        public String toString() {
            return why;
        }
    }

    static final List<Fake> FAKES =
            List.of(
                    new Fake("empty", tokens -> ""),
                    new Fake("no token", tokens -> "platform"),
                    new Fake("a bearer token", Tokens::ttd),
                    new Fake("behind a scheme", tokens -> "Bearer " + tokens.platform()),
                    new Fake("two tokens", tokens -> tokens.platform() + "," + tokens.platform()),
                    new Fake("of ttd", tokens -> tokens.app("events")),
                    new Fake("of skd", tokens -> accessOf("skd", tokens)),
                    new Fake("of digdir", tokens -> accessOf("digdir", tokens)),
                    signedBy("the key of bearer tokens", keys -> new TokenForge(keys.current())),
                    signedBy("Maskinporten", keys -> new TokenForge(keys.maskinporten())),
                    signedBy("ID-porten", keys -> new TokenForge(keys.idPorten())),
                    signedBy("ttd", keys -> forge(keys, "ttd")),
                    new Fake(
                            "signed by ttd under the platform's key id",
                            tokens ->
                                    forge(tokens.keys(), "ttd")
                                            .signAs(
                                                    forge(tokens.keys(), "platform").key(),
                                                    good(tokens))),
                    new Fake(
                            "signed with the public key",
                            tokens ->
                                    forge(tokens.keys(), "platform")
                                            .signWithPublicKey(good(tokens))),
                    issuer("\"Platform\""),
                    issuer("\"platform \""),
                    issuer("\"platform\\u0000\""),
                    issuer("\"../platform\""),
                    issuer("\"platform/x\""),
                    issuer("\"nav\""),
                    issuer("\"\""),
                    issuer("\"" + "p".repeat(51) + "\""),
                    issuer("[\"platform\"]"),
                    issuer("null"),
                    issuer("1"),
                    changed("no issuer", claims -> claims.remove("iss")),
                    changed("no app", claims -> claims.remove("urn:altinn:app")),
                    changed("a blank app", claims -> claims.put("urn:altinn:app", " ")),
                    changed("an app that is null", claims -> claims.putNull("urn:altinn:app")),
                    changed("an app in an array", c -> c.putArray("urn:altinn:app").add("events")),
                    shaped("no-exp"),
                    shaped("text-exp"),
                    shaped("expired"),
                    shaped("not-yet-valid"),
                    shaped("no-iss"),
                    shaped("other-iss"));

    private final Platform platform;
    private final Tokens tokens;

    TokenOfAppsTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @ParameterizedTest
    @FieldSource("FAKES")
    void itOpensNoPrivateEndpoint(Fake fake) {
        String token = fake.token().apply(tokens);
        for (Endpoint endpoint : Endpoint.forThePlatform()) {
            bare(401, endpoint.on(platform).platformAccess(token));
            bare(403, endpoint.on(platform).platformAccess(token).bearer(tokens.ttd()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-x5c",
                "x5c-as-array",
                "no-kid",
                "unknown-kid",
                "no-jti",
                "no-iat",
                "no-nbf",
                "fractional-exp"
            })
    void anOddOneIsAsGoodAsAnother(String shape) {
        String odd = tokens.issue("GetPlatformAccessToken", "app=events&shape=" + shape);
        Reply reply =
                platform.api("POST", "storage/events")
                        .body(
                                "application/cloudevents+json",
                                EventText.on(Platform.resource()).json())
                        .platformAccess(odd)
                        .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    @Test
    void whatThePlatformItselfSignsIsGood() {
        String signed = forge(tokens.keys(), "platform").sign(good(tokens));
        Reply reply =
                platform.api("PUT", "subscriptions/validate/2147483647")
                        .platformAccess(signed)
                        .send();
        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void twoHeadersWithATokenAreNone() {
        String header = "PlatformAccessToken: %s\r\n".formatted(tokens.platform());
        String request =
                "PUT /events/api/v1/subscriptions/validate/2147483647 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n%s\r\n";
        RawHttp raw = new RawHttp(platform.base());
        assertThat(RawHttp.status(raw.exchange(request.formatted(header)))).isEqualTo(404);
        assertThat(RawHttp.status(raw.exchange(request.formatted(header + header)))).isEqualTo(401);
    }

    @Test
    void whoSignsInAnothersNameRegistersNoAppEvents() {
        ObjectNode ofTtd = TokenForge.claimsOf(tokens.app("apps-test"));
        for (String other : List.of("skd", "digdir", "platform")) {
            bare(403, registering(forge(tokens.keys(), other).sign(ofTtd)));
        }
        assertThat(registering(forge(tokens.keys(), "ttd").sign(ofTtd)).send().status())
                .isEqualTo(201);
    }

    @Test
    void anAppRegistersNoEventsOfAnother() {
        for (String token :
                List.of(
                        tokens.app("apps-tes"),
                        tokens.app("apps-test2"),
                        accessOf("skd", tokens),
                        tokens.platform())) {
            assertThat(registering(token).send().status()).isEqualTo(401);
        }
    }

    private Call registering(String token) {
        String event =
                Json.object()
                        .put(
                                "source",
                                "https://ttd.apps.local.altinn.cloud/ttd/apps-test/instances"
                                        + "/50000001/a1b2c3d4-0000-4000-8000-000000000002")
                        .put("specversion", "1.0")
                        .put("type", "app.x")
                        .put("subject", "/party/50000001")
                        .toString();
        return platform.api("POST", "app")
                .json(event)
                .bearer(tokens.personA())
                .platformAccess(token);
    }

    private static void bare(int status, Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
    }

    private static Fake signedBy(String who, Function<LocalKeys, TokenForge> forge) {
        return new Fake(
                "signed by " + who, tokens -> forge.apply(tokens.keys()).sign(good(tokens)));
    }

    private static Fake issuer(String json) {
        return changed("issuer " + json, claims -> claims.set("iss", Json.parse(json)));
    }

    /** Signed by the platform as it should be, but for the change. */
    private static Fake changed(String why, Consumer<ObjectNode> change) {
        return new Fake(
                why,
                tokens -> {
                    ObjectNode claims = good(tokens);
                    change.accept(claims);
                    return forge(tokens.keys(), "platform").sign(claims);
                });
    }

    private static Fake shaped(String shape) {
        return new Fake(
                shape,
                tokens -> tokens.issue("GetPlatformAccessToken", "app=events&shape=" + shape));
    }

    private static String accessOf(String issuer, Tokens tokens) {
        return tokens.issue("GetPlatformAccessToken", "app=apps-test&org=" + issuer);
    }

    private static ObjectNode good(Tokens tokens) {
        return TokenForge.claimsOf(tokens.platform());
    }

    private static TokenForge forge(LocalKeys keys, String issuer) {
        return new TokenForge(keys.platformIssuer(issuer).orElseThrow());
    }
}
