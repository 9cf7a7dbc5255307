package no.altinn.authentication.exchange;

import no.altinn.platform.jose.InvalidToken;

/** Exchanges the tokens of one provider. Implementations are thread-safe. */
@FunctionalInterface
interface TokenExchange {
    /**
     * Makes an Altinn token of an outside one.
     *
     * @param jwt the token as it was sent
     * @param test whether {@code digdir} acts as the test service owner {@code ttd}
     * @return a signed token in compact form
     * @throws InvalidToken if the token is not to be trusted, or lacks what it must have
     * @throws MissingScope if the token is good but not meant for Altinn
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    String exchange(String jwt, boolean test) throws InvalidToken;
}
