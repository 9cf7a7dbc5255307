package no.altinn.authentication.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.platform.http.Request;
import no.altinn.platform.jose.FixedKeys;
import no.altinn.testing.functions.FakeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

class PortalOriginTest {
    private static final String PORTAL = "https://portal.example";
    private static final String EXCHANGE = "https://any.example/authentication/api/v1/exchange/";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private final OutsideWorld world = new OutsideWorld(FixedKeys.ring());
    private final PreflightFunctions preflights = world.app().getInstance(PreflightFunctions.class);
    private final TokenFunctions tokens = world.app().getInstance(TokenFunctions.class);

    @AfterEach
    void stop() {
        world.close();
    }

    private static FakeMessage preflight(String origin) {
        return FakeMessage.of(HttpMethod.OPTIONS, EXCHANGE + "id-porten")
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "GET")
                .with("Access-Control-Request-Headers", "authorization");
    }

    @Test
    void aPageOfThePortalMayExchangeAndRenewTokens() {
        for (HttpResponseMessage answer :
                new HttpResponseMessage[] {
                    preflights.exchangePreflight(preflight(PORTAL)),
                    preflights.refreshPreflight(preflight(PORTAL))
                }) {
            assertThat(answer.getStatusCode()).isEqualTo(200);
            assertThat(answer.getHeader(ALLOWED)).isEqualTo(PORTAL);
            assertThat(answer.getHeader("Access-Control-Allow-Methods")).isEqualTo("GET");
            assertThat(answer.getHeader("Access-Control-Allow-Headers")).isEqualTo("Authorization");
            assertThat(answer.getHeader("Access-Control-Allow-Credentials")).isNullOrEmpty();
            assertThat(answer.getHeader("Vary")).isEqualTo("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example.evil",
                "https://sub.portal.example",
                "http://portal.example",
                "https://portal.example:8443",
                "null"
            })
    void aPageOfAnotherOriginMayNot(String origin) {
        HttpResponseMessage preflight = preflights.exchangePreflight(preflight(origin));
        HttpResponseMessage answer =
                tokens.exchangeToken(
                        FakeMessage.get(EXCHANGE + "id-porten").with("Origin", origin),
                        "id-porten");

        assertThat(preflight.getStatusCode()).isEqualTo(200);
        assertThat(preflight.getHeader("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(preflight.getHeader(ALLOWED)).isNullOrEmpty();
        assertThat(preflight.getHeader("Access-Control-Allow-Headers")).isNullOrEmpty();
        assertThat(answer.getHeader(ALLOWED)).isNullOrEmpty();
        assertThat(answer.getHeader("Vary")).isEqualTo("Origin");
    }

    @Test
    void optionsWithoutAnOriginTellsTheMethods() {
        HttpResponseMessage answer =
                preflights.refreshPreflight(FakeMessage.of(HttpMethod.OPTIONS, EXCHANGE));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeader("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.getHeader("Access-Control-Allow-Methods")).isNullOrEmpty();
    }

    @Test
    void thePortalReadsARefusalToo() {
        HttpResponseMessage exchange =
                tokens.exchangeToken(
                        FakeMessage.get(EXCHANGE + "id-porten").with("Origin", PORTAL),
                        "id-porten");
        HttpResponseMessage refresh =
                tokens.refreshToken(FakeMessage.get(EXCHANGE).with("Origin", PORTAL));

        assertThat(exchange.getStatusCode()).isEqualTo(401);
        assertThat(exchange.getHeader(ALLOWED)).isEqualTo(PORTAL);
        assertThat(refresh.getStatusCode()).isEqualTo(401);
        assertThat(refresh.getHeader(ALLOWED)).isEqualTo(PORTAL);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/events/, https://a.example/authentication/",
        "https://A.example/, https://a.example:443/",
        "http://a.example:80/, http://a.example/"
    })
    void noHeaderIsNeededWhereThePortalHasTheSameOrigin(URI portal, URI own) {
        PortalOrigin origin = PortalOrigin.of(Optional.of(portal), own);

        assertThat(origin.headers(from("https://a.example"))).isEmpty();
        assertThat(origin.isPreflight(from("https://a.example"))).isFalse();
    }

    @Test
    void withoutAPortalNoOtherOriginIsAllowed() {
        PortalOrigin origin = PortalOrigin.of(Optional.empty(), URI.create("https://a.example/"));

        assertThat(origin.headers(from(PORTAL))).isEmpty();
    }

    @Test
    void thePortOfAnOriginCounts() {
        PortalOrigin origin =
                PortalOrigin.of(
                        Optional.of(URI.create("http://localhost:7071/")),
                        URI.create("http://localhost:7072/"));

        assertThat(origin.headers(from("http://localhost:7071")))
                .containsEntry(ALLOWED, "http://localhost:7071");
    }

    private static Request from(String origin) {
        return new Request("GET", URI.create(EXCHANGE + "id-porten"), Map.of("Origin", origin), "");
    }
}
