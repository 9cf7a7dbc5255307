package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.auth.Authentication;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.register.Register;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class PlatformServicesTest {
    private static final URI BASE = URI.create("https://platform.example/");

    private final MutableClock clock = MutableClock.at("2026-03-01T00:00:00Z");
    private final LoopbackServer platform = new LoopbackServer();
    private final PlatformServices services = new PlatformServices(new PlatformHttp(), clock);

    @AfterEach
    void stop() {
        platform.close();
    }

    private ServiceSettings service(String path) {
        return new ServiceSettings(platform.uri(path), "the-key");
    }

    private static Request bearing(String token) {
        return new Request("GET", BASE, Map.of("Authorization", "Bearer " + token), "");
    }

    @Test
    void servicesThatAreMadeHaveCalledNoServer() {
        services.register(service("/register/"), () -> "own-token");
        services.decisions(
                service("/pdp/"),
                Duration.ofMinutes(5),
                OpenTelemetry.noop().getMeter("test"),
                Runnable::run);
        services.authentication(
                new TokenSettings(
                        platform.uri("/openid/"), Set.of("https://a/"), false, "C", Set.of()),
                BASE,
                issuer -> Optional.empty());

        assertThat(platform.requests()).isZero();
    }

    @Test
    void partiesAreAskedForWithTheAppsToken() {
        platform.answer(200, "{\"partyId\":51}");
        Register register = services.register(service("/register/"), () -> "own-token");

        assertThat(register.partyOfOrganization("991825827", "caller")).hasValue(51);

        assertThat(platform.take().getHeaders().get("PlatformAccessToken")).isEqualTo("own-token");
    }

    @Test
    void anAppWithItsOwnKeysAcceptsNoTokenOfOthersAndCallsNoServer() {
        Authentication authentication =
                services.authentication(
                        FixedKeys.ring(), URI.create(TestTokens.ISSUER), "AltinnStudioRuntime");
        String ofOthers = new TestTokens(clock).bearer(claims -> {});

        assertThatThrownBy(() -> authentication.bearer(bearing(ofOthers)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.answer().status()).isEqualTo(401));
        assertThat(platform.requests()).isZero();
    }
}
