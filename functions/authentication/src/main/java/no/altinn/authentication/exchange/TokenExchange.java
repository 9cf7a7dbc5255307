package no.altinn.authentication.exchange;

import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.jose.InvalidToken;

/** Exchanges the tokens of one provider. Implementations are thread-safe. */
interface TokenExchange {
    /**
     * Verifies an outside token.
     *
     * @param jwt the token as it was sent
     * @throws InvalidToken if the token is not to be trusted
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    OutsideToken verify(String jwt) throws InvalidToken;

    /**
     * Makes an Altinn token of a verified one.
     *
     * @param test whether {@code digdir} acts as the test service owner {@code ttd}
     * @return a signed token in compact form
     * @throws InvalidToken if the token lacks what it must have
     * @throws MissingScope if the token is good but not meant for Altinn
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    String exchange(OutsideToken token, boolean test) throws InvalidToken;
}
