package no.altinn.authentication.exchange;

import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.jose.InvalidToken;

import java.util.Map;

/** Makes Altinn tokens of tokens that other issuers have given. Thread-safe. */
public final class ExchangeToken {
    private final Map<TokenProvider, TokenExchange> exchanges;
    private final TokenAdvice advice;

    /**
     * Exchanges the tokens of each provider by its own rules.
     *
     * @param advice what the senders of tokens are told that are not to be trusted
     */
    public ExchangeToken(
            MaskinportenExchange maskinporten, IdPortenExchange idPorten, TokenAdvice advice) {
        this.advice = advice;
        this.exchanges =
                Map.of(
                        TokenProvider.MASKINPORTEN, maskinporten,
                        TokenProvider.ID_PORTEN, idPorten);
    }

    /**
     * Exchanges a token.
     *
     * @param provider whose token it must be
     * @param jwt the token as it was sent
     * @param test whether {@code digdir} acts as the test service owner {@code ttd}
     * @return a signed token in compact form
     * @throws TokenRefused if the token is not to be trusted, or lacks what it must have
     * @throws MissingScope if the token is good but not meant for Altinn
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public String exchange(TokenProvider provider, String jwt, boolean test) {
        TokenExchange exchange = exchanges.get(provider);
        OutsideToken token = verified(exchange, provider, jwt);
        try {
            return exchange.exchange(token, test);
        } catch (InvalidToken e) {
            throw new TokenRefused("The bearer token is not exchanged. " + e.getMessage() + ".", e);
        }
    }

    private OutsideToken verified(TokenExchange exchange, TokenProvider provider, String jwt) {
        try {
            return exchange.verify(jwt);
        } catch (InvalidToken e) {
            throw new TokenRefused(
                    advice.onExchange(jwt, provider.code()),
                    advice.reasonOnExchange(jwt, provider.code(), e),
                    e);
        }
    }
}
