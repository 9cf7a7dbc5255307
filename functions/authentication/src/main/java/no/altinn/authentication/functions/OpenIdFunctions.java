package no.altinn.authentication.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.authentication.keys.JsonWebKeySet;
import no.altinn.authentication.keys.OpenIdConfiguration;
import no.altinn.authentication.keys.SigningKeyRing;

import java.util.Optional;

/** HTTP triggers that publish how tokens are verified: OpenID Connect Discovery 1.0, RFC 7517. */
public final class OpenIdFunctions {
    private static final String CONFIGURATION =
            "authentication/api/v1/openid/.well-known/openid-configuration";

    private final OpenIdConfiguration configuration;
    private final SigningKeyRing keys;

    OpenIdFunctions(OpenIdConfiguration configuration, SigningKeyRing keys) {
        this.configuration = configuration;
        this.keys = keys;
    }

    /** The discovery document. */
    @FunctionName("OpenIdConfiguration")
    public HttpResponseMessage openIdConfiguration(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = CONFIGURATION,
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return json(request, configuration.toJson());
    }

    /** The keys that tokens are signed with, the next ones included. */
    @FunctionName("JsonWebKeySet")
    public HttpResponseMessage jsonWebKeySet(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = CONFIGURATION + "/jwks",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return json(request, JsonWebKeySet.of(keys.published()));
    }

    private static HttpResponseMessage json(HttpRequestMessage<?> request, String body) {
        return request.createResponseBuilder(HttpStatus.OK)
                .header("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
