package no.altinn.authentication.functions;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.authentication.app.AuthenticationAdapters;
import no.altinn.authentication.app.AuthenticationApp;
import no.altinn.authentication.app.AuthenticationSettings;
import no.altinn.authentication.exchange.PartnerScopes;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.auth.OutsideTokens;
import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.json.Json;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.time.MutableClock;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The app and everything that it calls, on loopback. */
public final class OutsideWorld implements AutoCloseable {
    static final String ISSUER = "https://platform.example/authentication/api/v1/openid/";

    private final LoopbackServer maskinportenServer = new LoopbackServer();
    private final LoopbackServer idPortenServer = new LoopbackServer();
    private final LoopbackServer orgs = new LoopbackServer();
    private final LoopbackServer profile = new LoopbackServer();
    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final OutsideTokens maskinporten =
            new OutsideTokens(maskinportenServer.uri("/maskinporten/").toString(), clock);
    private final OutsideTokens idPorten =
            new OutsideTokens(idPortenServer.uri("/idporten").toString(), clock);
    private final AuthenticationApp app;

    public OutsideWorld(FixedKeys keys) {
        this.app =
                new AuthenticationApp(
                        new AuthenticationSettings(
                                URI.create(ISSUER),
                                maskinportenServer.uri("/maskinporten/"),
                                idPortenServer.uri("/idporten/"),
                                orgs.uri("/orgs/altinn-orgs.json"),
                                new PartnerScopes(Set.of("digdir:dialogporten")),
                                new ServiceSettings(profile.uri("/profile/api/v1/"), "the-key"),
                                "AltinnStudioRuntime",
                                /* testTools= */ Optional.empty(),
                                Optional.of(URI.create("https://portal.example/"))),
                        new AuthenticationAdapters(keys, () -> "own-token"),
                        OpenTelemetry.noop(),
                        clock);
    }

    public AuthenticationApp app() {
        return app;
    }

    MutableClock clock() {
        return clock;
    }

    OutsideTokens maskinporten() {
        return maskinporten;
    }

    OutsideTokens idPorten() {
        return idPorten;
    }

    LoopbackServer orgs() {
        return orgs;
    }

    LoopbackServer profile() {
        return profile;
    }

    /** Lets both issuers publish their metadata and keys, once. */
    OutsideWorld published() {
        publish(maskinportenServer, maskinporten);
        publish(idPortenServer, idPorten);
        return this;
    }

    private static void publish(LoopbackServer server, OutsideTokens tokens) {
        String jwks = server.uri("/jwks").toString();
        server.answer(200, Json.object().put("jwks_uri", jwks).toString());
        server.answer(200, tokens.jwks());
    }

    /** The paths that were asked for at Maskinporten, in order. */
    String askedAtMaskinporten() {
        return maskinportenServer.take().getTarget() + " " + maskinportenServer.take().getTarget();
    }

    /** The paths that were asked for at ID-porten, in order. */
    String askedAtIdPorten() {
        return idPortenServer.take().getTarget() + " " + idPortenServer.take().getTarget();
    }

    /** How many calls the app has made. */
    public int calls() {
        return maskinportenServer.requests()
                + idPortenServer.requests()
                + orgs.requests()
                + profile.requests();
    }

    @Override
    public void close() {
        maskinportenServer.close();
        idPortenServer.close();
        orgs.close();
        profile.close();
    }
}
