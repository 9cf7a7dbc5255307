package no.altinn.local.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.local.idporten.IdPorten;
import no.altinn.local.orgs.AltinnOrgs;
import no.altinn.local.profile.UserLookup;
import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.app.TokenSettings;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.rest.access.Caller;
import no.altinn.rest.app.LoginParts;
import no.altinn.rest.app.LoginSettings;
import no.altinn.rest.application.Application;
import no.altinn.rest.application.KnownApplications;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.door.Routes;
import no.altinn.rest.language.Language;
import no.altinn.rest.record.MemoryEntryStore;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The REST app's logins, all put together, by the stand-ins of the others. */
class StandInLoginTest {
    private static final String A = "01909012345";

    @TempDir Path folder;

    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<Handler> standIns = new AtomicReference<>();
    private LocalServer server;
    private LocalKeys keys;
    private LoginParts parts;
    private DoorBed door;

    /** Stand-ins name their own address, which is known when the server has started. */
    private final class Late extends Handler.Abstract {
        @Override
        public boolean handle(
                org.eclipse.jetty.server.Request request, Response response, Callback callback)
                throws Exception {
            return standIns.get().handle(request, response, callback);
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = LocalServer.start(new Late());
        keys = LocalKeys.open(folder, clock);
        URI platform = URI.create(server.base() + "/");
        Handler all =
                new Handler.Sequence(
                        new IdPorten(keys.idPorten(), Bundled::parties, platform, clock).handler(),
                        new AltinnOrgs(Bundled::parties).handler(),
                        new UserLookup(Bundled::parties, request -> true).handler());
        all.start();
        standIns.set(all);
        parts = parts(platform);
        door = DoorBed.of(parts.routes().toArray(Routes[]::new)).with(parts.callers());
    }

    @AfterEach
    void stop() throws Exception {
        standIns.get().stop();
        server.close();
    }

    private LoginParts parts(URI platform) {
        LoginSettings settings =
                SettingsReader.read(
                        Map.of(
                                "Authentication__IdPortenIssuer", platform + "idporten/",
                                "Authentication__MaskinportenIssuer", platform + "maskinporten/",
                                "Authentication__ServiceOwnersUri",
                                        platform + "orgs/altinn-orgs.json",
                                "Platform__ProfileBaseUri", platform + "profile/api/v1/",
                                "Platform__SubscriptionKey", "key",
                                "Rest__IdPortenClientId", "altinn-rest"),
                        LoginSettings::read);
        return new LoginParts(
                DoorBed.BASE,
                new TokenSettings(
                        platform.resolve("authentication/api/v1/openid/"),
                        Set.of(platform + "authentication/api/v1/openid/"),
                        false,
                        "AltinnStudioRuntime",
                        Set.of("platform")),
                settings,
                new LoginParts.Ground(
                        new MemoryEntryStore(clock), keys.cookieKeys(), () -> "platform"),
                new NoApplications(),
                new PlatformHttp(),
                clock);
    }

    private static final class NoApplications implements KnownApplications {
        @Override
        public Optional<Application> ofKey(String key) {
            return Optional.empty();
        }

        @Override
        public boolean hasOrigin(String origin) {
            return false;
        }
    }

    private Caller caller(String header, String value) {
        return parts.callers()
                .of(
                        new Request(
                                "GET",
                                URI.create(DoorBed.BASE + "api/my/messages"),
                                Map.of(header, value),
                                ""))
                .caller();
    }

    /** Picks person A on the login page that an address leads to, and gives the way back. */
    private URI logIn(URI page) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/idporten/authorize")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(page.getRawQuery() + "&pid=" + A)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void aPersonLogsInAtIdPortenAndComesBackWithACookie() {
        Answer begun =
                door.get("authentication/login?returnUrl=https%3A%2F%2Frest.example%2Fapi%2Fhelp")
                        .answer();
        URI page = URI.create(begun.header("Location"));
        assertThat(server.get(page.getRawPath() + "?" + page.getRawQuery()).statusCode())
                .isEqualTo(200);

        URI back = logIn(page);
        assertThat(back.toString()).startsWith("https://rest.example/api/authentication/callback?");
        Answer ended =
                door.get("authentication/callback?" + back.getRawQuery())
                        .with("Cookie", begun.header("Set-Cookie").replaceFirst(";.*", ""))
                        .answer();

        assertThat(ended.header("Location")).isEqualTo("https://rest.example/api/help");
        assertThat(caller("Cookie", ended.header("Set-Cookie")))
                .isInstanceOfSatisfying(
                        Caller.User.class,
                        user -> {
                            assertThat(user.userId()).isEqualTo(20000001);
                            assertThat(user.nationalNumber()).contains(A);
                            assertThat(user.level()).isEqualTo(3);
                        });
        assertThat(parts.users().find(20000001)).isPresent();
        assertThat(parts.languages().of(caller("Cookie", ended.header("Set-Cookie"))))
                .contains(Language.BOKMAAL);
    }

    @Test
    void anAccessTokenOfIdPortenCountsAsItIsAndAnIdTokenDoesNot() {
        URI back =
                logIn(
                        URI.create(
                                server.base()
                                        + "/idporten/authorize?response_type=code&client_id=other"
                                        + "&redirect_uri=https%3A%2F%2Fother.example%2F"
                                        + "&scope=openid%20altinn%3Aenduser&code_challenge="
                                        + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                                        + "&code_challenge_method=S256"));
        String code = QueryParameters.parse(back.getRawQuery()).first("code").orElseThrow();
        JsonNode tokens =
                Json.parse(
                        server.send(
                                        server.to("/idporten/token")
                                                .header(
                                                        "Content-Type",
                                                        "application/x-www-form-urlencoded")
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                "grant_type=authorization_code"
                                                                        + "&client_id=other&code="
                                                                        + code
                                                                        + "&redirect_uri=https%3A%2F%2F"
                                                                        + "other.example%2F"
                                                                        + "&code_verifier=dBjftJeZ4CVP"
                                                                        + "-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")))
                                .body());

        assertThat(caller("Authorization", "Bearer " + tokens.path("access_token").asText()))
                .isInstanceOfSatisfying(
                        Caller.User.class,
                        user -> assertThat(user.scopes().orElseThrow()).contains("altinn:enduser"));
        assertThat(
                        DoorBed.of(
                                        new no.altinn.rest.endpoint.login.EnterpriseUserRoutes(
                                                parts.enterpriseUsers(), new NoApplications()))
                                .with(parts.callers())
                                .get("enterpriseusers")
                                .with("Authorization", "Bearer " + tokens.path("id_token").asText())
                                .answer()
                                .reason())
                .isEqualTo("The bearer token is not valid. It is not accepted here.");
    }

    @Test
    void aPersonLogsInWithAPasswordThatThePlatformGave() {
        assertThat(
                        door.put(
                                        "private/users/20000001",
                                        "{\"UserName\":\"ola\",\"Password\":\"Passord-A1\"}")
                                .with("PlatformAccessToken", "x")
                                .answer()
                                .status())
                .isEqualTo(204);

        Answer login =
                door.post(
                                "authentication/authenticatewithpassword",
                                "{UserName:'" + A + "',UserPassword:'Passord-A1'}")
                        .answer();

        assertThat(login.status()).isEqualTo(200);
        assertThat(caller("Cookie", login.header("Set-Cookie")))
                .isInstanceOfSatisfying(
                        Caller.User.class, user -> assertThat(user.level()).isEqualTo(1));
        assertThat(parts.users().named("OLA")).isPresent();
    }
}
