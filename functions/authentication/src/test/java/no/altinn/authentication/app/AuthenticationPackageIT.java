package no.altinn.authentication.app;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.app.StagedApp;
import no.altinn.platform.app.StagedAppContract;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** The authentication app as it is deployed. */
class AuthenticationPackageIT extends StagedAppContract {
    private static final String BASE = "GET authentication/api/v1/";

    @Override
    protected Map<String, String> triggers() {
        return Map.of(
                "ExchangeToken", BASE + "exchange/{tokenProvider}",
                "ExchangePreflight", "OPTIONS authentication/api/v1/exchange/{tokenProvider}",
                "RefreshPreflight", "OPTIONS authentication/api/v1/refresh",
                "RefreshToken", BASE + "refresh",
                "OpenIdConfiguration", BASE + "openid/.well-known/openid-configuration",
                "JsonWebKeySet", BASE + "openid/.well-known/openid-configuration/jwks",
                "Help", BASE + "help",
                "HelpFile", BASE + "help/{file}",
                "OpenApiDocument", BASE + "openapi.json",
                "UnroutedRequest",
                        "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS"
                                + " {*path:regex(^authentication/)}");
    }

    @Test
    void theWorkerFindsThisAppAndNoOther() {
        assertThat(StagedApp.fromBuild().injectors())
                .containsExactly(DeployedAuthenticationApp.class.getName());
    }
}
