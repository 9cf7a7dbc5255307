package no.altinn.authentication.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.app.Http;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;

import java.util.Optional;

/** HTTP triggers by which browsers ask whether pages of the portal may get and renew tokens. */
public final class PreflightFunctions {
    private static final String A_DAY = "86400";

    private final Http http;
    private final PortalOrigin portal;

    public PreflightFunctions(Http http, PortalOrigin portal) {
        this.http = http;
        this.portal = portal;
    }

    /** Whether a page may exchange a token. */
    @FunctionName("ExchangePreflight")
    public HttpResponseMessage exchangePreflight(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.OPTIONS,
                            route = "authentication/api/v1/exchange/{tokenProvider}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> message) {
        return http.answer(message, exchange -> answer(exchange.request()));
    }

    /** Whether a page may renew a token. */
    @FunctionName("RefreshPreflight")
    public HttpResponseMessage refreshPreflight(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.OPTIONS,
                            route = "authentication/api/v1/refresh",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> message) {
        return http.answer(message, exchange -> answer(exchange.request()));
    }

    private Answer answer(Request request) {
        Answer answer = Answer.empty(200).with("Allow", "GET, HEAD, OPTIONS");
        for (var header : portal.headers(request).entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return portal.isPreflight(request)
                ? answer.with("Access-Control-Allow-Methods", "GET")
                        .with("Access-Control-Allow-Headers", "Authorization")
                        .with("Access-Control-Max-Age", A_DAY)
                : answer;
    }
}
