package no.altinn.authentication.functions;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.platform.functions.StagedAppContract;

import java.util.Map;

/** The authentication app as it is deployed. */
class AuthenticationPackageIT extends StagedAppContract {
    private static final String BASE = "GET authentication/api/v1/";

    @Override
    protected Map<String, String> triggers() {
        return Map.of(
                "ExchangeToken", BASE + "exchange/{tokenProvider}",
                "RefreshToken", BASE + "refresh",
                "OpenIdConfiguration", BASE + "openid/.well-known/openid-configuration",
                "JsonWebKeySet", BASE + "openid/.well-known/openid-configuration/jwks");
    }

    @Override
    protected Class<? extends FunctionInstanceInjector> injector() {
        return DeployedAuthenticationApp.class;
    }
}
