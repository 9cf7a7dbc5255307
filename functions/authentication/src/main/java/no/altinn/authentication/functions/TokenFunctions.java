package no.altinn.authentication.functions;

import static java.util.function.Predicate.not;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.authentication.exchange.ExchangeToken;
import no.altinn.authentication.exchange.RefreshToken;
import no.altinn.authentication.exchange.TokenProvider;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.Refusal;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import java.util.Optional;

/** HTTP triggers that give Altinn tokens: for tokens of other issuers, and for Altinn's own. */
public final class TokenFunctions {
    private static final String UNKNOWN_PROVIDER =
            "Invalid token provider: %s. Trusted token providers are 'Maskinporten', 'Id-porten'"
                    + " and 'AltinnStudio'.";

    /** With which enterprise users once gave their name and password. */
    private static final String ENTERPRISE_USER = "X-Altinn-EnterpriseUser-Authentication";

    private final Http http;
    private final ExchangeToken exchangeToken;
    private final RefreshToken refreshToken;
    private final PortalOrigin portal;

    public TokenFunctions(
            Http http,
            ExchangeToken exchangeToken,
            RefreshToken refreshToken,
            PortalOrigin portal) {
        this.http = http;
        this.portal = portal;
        this.exchangeToken = exchangeToken;
        this.refreshToken = refreshToken;
    }

    /** An Altinn token for a token of Maskinporten or ID-porten. */
    @FunctionName("ExchangeToken")
    public HttpResponseMessage exchangeToken(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "authentication/api/v1/exchange/{tokenProvider}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> message,
            @BindingName("tokenProvider") String name) {
        return http.answer(
                message,
                exchange -> {
                    Request request = exchange.request();
                    portal.headers(request).forEach(exchange::announce);
                    refuseEnterpriseUser(request);
                    String jwt = outsideToken(request);
                    Optional<TokenProvider> provider = TokenProvider.named(name);
                    if (provider.isEmpty()) {
                        return TextAnswer.of(
                                request, 400, UNKNOWN_PROVIDER.formatted(QuotedName.of(name)));
                    }
                    return TextAnswer.token(
                            request, exchangeToken.exchange(provider.get(), jwt, isTest(request)));
                });
    }

    /** The caller's own token with another half hour to live. */
    @FunctionName("RefreshToken")
    public HttpResponseMessage refreshToken(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "authentication/api/v1/refresh",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> message) {
        return http.answer(
                message,
                exchange -> {
                    Request request = exchange.request();
                    portal.headers(request).forEach(exchange::announce);
                    return TextAnswer.token(request, refreshToken.refresh(exchange.bearer()));
                });
    }

    /** Before all else: whatever else is wrong, the client has to log in another way. */
    private static void refuseEnterpriseUser(Request request) {
        if (request.header(ENTERPRISE_USER).filter(not(String::isBlank)).isPresent()) {
            throw Problem.of(
                    410,
                    "Enterprise users (virksomhetsbrukere) can no longer log in. Send the request"
                            + " without the header "
                            + ENTERPRISE_USER
                            + ", with a token of a system user or of the organisation from"
                            + " Maskinporten, or with a person's from ID-porten.");
        }
    }

    private static String outsideToken(Request request) {
        return BearerToken.inHeader(request)
                .filter(token -> !token.isEmpty())
                .orElseThrow(
                        () ->
                                Refusal.noToken(
                                        "Send a token of Maskinporten or ID-porten in"
                                                + " the header Authorization, after the word"
                                                + " Bearer."));
    }

    private static boolean isTest(Request request) {
        return request.query().first("test").filter("true"::equalsIgnoreCase).isPresent();
    }
}
