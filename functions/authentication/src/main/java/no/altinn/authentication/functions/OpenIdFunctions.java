package no.altinn.authentication.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.authentication.keys.OpenIdConfiguration;
import no.altinn.platform.app.Http;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.jose.JsonWebKeySet;
import no.altinn.platform.jose.SigningKeyRing;

import java.util.Optional;

/** HTTP triggers that publish how tokens are verified: OpenID Connect Discovery 1.0, RFC 7517. */
public final class OpenIdFunctions {
    private static final String CONFIGURATION =
            "authentication/api/v1/openid/.well-known/openid-configuration";

    private final Http http;
    private final OpenIdConfiguration configuration;
    private final SigningKeyRing keys;

    public OpenIdFunctions(Http http, OpenIdConfiguration configuration, SigningKeyRing keys) {
        this.http = http;
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
        return http.answer(
                request, exchange -> Answer.of(200, MediaType.JSON, configuration.toJson()));
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
        return http.answer(
                request,
                exchange -> Answer.of(200, MediaType.JSON, JsonWebKeySet.of(keys.published())));
    }
}
