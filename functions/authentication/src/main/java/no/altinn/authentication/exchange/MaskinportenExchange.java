package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.ConsumerClaim;
import no.altinn.platform.auth.OutsideIssuer;
import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.orgs.ServiceOwners;

import java.util.Map;
import java.util.Optional;

/**
 * Exchanges tokens that Maskinporten gave to organisations. Of their claims, only those are kept
 * that are named here: what else an issuer may put into a token means nothing in Altinn.
 */
public final class MaskinportenExchange implements TokenExchange {
    private static final KeptClaims KEPT =
            new KeptClaims(
                    Map.of(
                            "scope", ClaimForm.TEXT,
                            "client_id", ClaimForm.TEXT,
                            "consumer", ClaimForm.ORGANISATION,
                            "supplier", ClaimForm.ORGANISATION,
                            "delegation_source", ClaimForm.TEXT,
                            "client_amr", ClaimForm.TEXT,
                            "consumer_org", ClaimForm.TEXT));
    private static final String AUTHORIZATION_DETAILS = "authorization_details";
    private static final int LEVEL = 3;

    private final OutsideIssuer maskinporten;
    private final ServiceOwners serviceOwners;
    private final AltinnTokens tokens;

    /**
     * @param maskinporten whose tokens are exchanged
     * @param serviceOwners asked for tokens with a scope of service owners only
     * @param tokens what they are exchanged for
     */
    public MaskinportenExchange(
            OutsideIssuer maskinporten, ServiceOwners serviceOwners, AltinnTokens tokens) {
        this.maskinporten = maskinporten;
        this.serviceOwners = serviceOwners;
        this.tokens = tokens;
    }

    @Override
    public OutsideToken verify(String jwt) throws InvalidToken {
        return maskinporten.verify(jwt);
    }

    @Override
    public String exchange(OutsideToken token, boolean test) throws InvalidToken {
        String number =
                ConsumerClaim.organisationNumber(token.claim("consumer"))
                        .orElseThrow(() -> new InvalidToken("The token has no usable consumer"));
        ObjectNode claims =
                KEPT.of(token)
                        .put("urn:altinn:orgNumber", number)
                        .put("urn:altinn:authenticatemethod", "maskinporten")
                        .put("urn:altinn:authlevel", LEVEL);
        if (!token.claim(AUTHORIZATION_DETAILS).isMissingNode()) {
            claims.set(
                    AUTHORIZATION_DETAILS,
                    AuthorizationDetails.single(token.claim(AUTHORIZATION_DETAILS)));
        }
        serviceOwner(token, number, test).ifPresent(code -> claims.put("urn:altinn:org", code));
        return tokens.issue(claims);
    }

    private Optional<String> serviceOwner(OutsideToken token, String number, boolean test)
            throws InvalidToken {
        return ServiceOwnerScope.isAmong(token.scopes())
                ? serviceOwners
                        .codeOf(number)
                        .map(code -> test && code.equals("digdir") ? "ttd" : code)
                : Optional.empty();
    }
}
