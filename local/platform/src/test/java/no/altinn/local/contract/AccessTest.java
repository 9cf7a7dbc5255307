package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;

/** Who gets in at all: bearer tokens, scopes and platform access tokens. */
@ExtendWith(RunningPlatform.class)
final class AccessTest {
    static final List<Endpoint> CLIENTS = Endpoint.forClients();
    static final List<Endpoint> PLATFORM = Endpoint.forThePlatform();

    private final Platform platform;
    private final Tokens tokens;

    AccessTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @ParameterizedTest
    @FieldSource("CLIENTS")
    void withoutATokenNobodyGetsIn(Endpoint endpoint) {
        refused(401, endpoint.on(platform));
    }

    @ParameterizedTest
    @FieldSource("CLIENTS")
    void aPlatformAccessTokenIsNoSubstituteForABearerToken(Endpoint endpoint) {
        refused(401, endpoint.on(platform).platformAccess(tokens.platform()));
        refused(401, endpoint.on(platform).bearer(tokens.platform()));
    }

    @ParameterizedTest
    @FieldSource("CLIENTS")
    void anExpiredOrForeignTokenIsRefused(Endpoint endpoint) {
        refused(401, endpoint.on(platform).bearer("no.token.atall"));
        refused(401, endpoint.on(platform).bearer(tokens.foreign(claims -> {})));
        refused(401, endpoint.on(platform).bearer(expired()));
    }

    @ParameterizedTest
    @FieldSource("CLIENTS")
    void aBadBearerTokenIsNotMendedByAPlatformAccessToken(Endpoint endpoint) {
        refused(401, endpoint.on(platform).bearer(expired()).platformAccess(tokens.platform()));
    }

    @ParameterizedTest
    @FieldSource("PLATFORM")
    void privateEndpointsWantAPlatformAccessToken(Endpoint endpoint) {
        refused(401, endpoint.on(platform));
        refused(403, endpoint.on(platform).bearer(tokens.ttd()));
    }

    @ParameterizedTest
    @FieldSource("PLATFORM")
    void privateEndpointsTellABadTokenLikeAMissingOne(Endpoint endpoint) {
        refused(401, endpoint.on(platform).platformAccess("a.b.c"));
        refused(403, endpoint.on(platform).platformAccess("a.b.c").bearer(tokens.ttd()));
        refused(401, endpoint.on(platform).bearer(expired()));
        refused(401, endpoint.on(platform).platformAccess(tokens.ttd()));
        refused(401, endpoint.on(platform).bearer(tokens.platform()));
    }

    @ParameterizedTest
    @FieldSource("PLATFORM")
    void anAppsPlatformAccessTokenOpensNoPrivateEndpoint(Endpoint endpoint) {
        refused(401, endpoint.on(platform).platformAccess(tokens.app("apps-test")));
    }

    @Test
    void toPublishWantsTheScopeOrAPlatformAccessToken() {
        String event = EventText.on(Platform.resource()).json();
        String noScope = tokens.serviceOwner("ttd", "altinn:events.subscribe");

        refused(403, platform.publishing(event).bearer(noScope));
        refused(403, platform.publishing(event).bearer(noScope).platformAccess("a.b.c"));
        Reply withAccess =
                platform.publishing(event).bearer(noScope).platformAccess(tokens.platform()).send();
        assertThat(withAccess.status()).isEqualTo(200);
    }

    @Test
    void scopesAreComparedExactly() {
        String event = EventText.on(Platform.resource()).json();
        for (String scope : List.of("altinn:events.publish2", "ALTINN:EVENTS.PUBLISH", "events")) {
            refused(403, platform.publishing(event).bearer(tokens.serviceOwner("ttd", scope)));
        }
    }

    @Test
    void toPublishWantsAPermitToo() {
        String event = EventText.on(Platform.resource()).json();
        refused(403, platform.publishing(event).bearer(tokens.skd()));
        refused(403, platform.publishing(event).bearer(tokens.personA()));
    }

    @Test
    void theAdministratorsScopeNeedsNoPermit() {
        String event = EventText.on(Platform.resource()).json();
        String admin =
                tokens.serviceOwner("skd", "altinn:events.publish,altinn:events.publish.admin");
        assertThat(platform.publishing(event).bearer(admin).send().status()).isEqualTo(200);
        // It is a way round the policy, not round the scope.
        String adminAlone = tokens.serviceOwner("skd", "altinn:events.publish.admin");
        refused(403, platform.publishing(event).bearer(adminAlone));
    }

    @Test
    void toReadResourcesWantsTheScope() {
        refused(
                403,
                platform.reading(Platform.resource(), "")
                        .bearer(tokens.serviceOwner("ttd", "altinn:events.publish")));
    }

    @Test
    void toSubscribeToResourcesWantsTheScope() {
        String wanted =
                "{\"endPoint\":\"https://altinn.no/in\",\"resourceFilter\":\"%s\"}"
                        .formatted(Platform.resource());
        refused(
                403,
                platform.api("POST", "subscriptions")
                        .json(wanted)
                        .bearer(tokens.serviceOwner("ttd", "altinn:events.publish")));
    }

    @Test
    void anAppEventWantsThePlatformAccessTokenBesideTheBearer() {
        Call call = platform.api("POST", "app").json("{}").bearer(tokens.personA());
        refused(403, call);
        refused(403, call.platformAccess("a.b.c"));
        refused(403, call.platformAccess(tokens.ttd()));
    }

    @Test
    void theSchemeOfAuthorizationIsReadInAnyCase() {
        Call call = platform.api("GET", "subscriptions");
        for (String scheme : List.of("Bearer ", "bearer ", "BEARER ")) {
            Reply reply = call.header("Authorization", scheme + tokens.ttd()).send();
            assertThat(reply.status()).as(scheme).isEqualTo(200);
        }
    }

    @Test
    void aCookieMayHoldTheToken() {
        Call call = platform.api("GET", "subscriptions");
        for (String cookie : List.of(".ALTINNTOKEN", "AltinnStudioRuntime")) {
            Reply reply = call.header("Cookie", "a=b; " + cookie + "=" + tokens.ttd()).send();
            assertThat(reply.status()).as(cookie).isEqualTo(200);
        }
    }

    @Test
    void aLargeCookieMayComeInPieces() {
        String token = tokens.ttd();
        String cookies =
                "AltinnStudioRuntime=chunks-2; AltinnStudioRuntimeC1=%s; AltinnStudioRuntimeC2=%s"
                        .formatted(token.substring(0, 100), token.substring(100));
        Reply reply = platform.api("GET", "subscriptions").header("Cookie", cookies).send();
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void aCookieThatAnotherSiteMadeTheBrowserSendChangesNothing() {
        Call call =
                platform.api("POST", "subscriptions")
                        .json("{}")
                        .header("Cookie", ".ALTINNTOKEN=" + tokens.ttd());
        refused(403, call.header("Origin", "https://evil.example"));
        assertThat(call.header("Origin", "http://localhost:" + platform.base().getPort()).send())
                .returns(400, Reply::status);
    }

    private String expired() {
        return tokens.signed(claims -> claims.put("exp", claims.path("nbf").asLong() - 60));
    }

    private static void refused(int status, Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
    }
}
