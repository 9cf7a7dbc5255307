package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.AuthenticationLevel;
import no.altinn.platform.auth.OutsideIssuer;
import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.profile.UserProfile;
import no.altinn.platform.profile.UserProfiles;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Exchanges access tokens that ID-porten gave to persons. An ID token has no scope, and so is not
 * exchanged. Of a token's claims, only those are kept that are named here.
 */
public final class IdPortenExchange implements TokenExchange {
    private static final KeptClaims KEPT =
            new KeptClaims(
                    Map.of(
                            "scope", ClaimForm.TEXT,
                            "client_id", ClaimForm.TEXT,
                            "consumer", ClaimForm.ORGANISATION,
                            "acr", ClaimForm.TEXT,
                            "amr", ClaimForm.TEXTS,
                            "pid", ClaimForm.TEXT,
                            "sid", ClaimForm.TEXT));
    private static final String ALTINN = "altinn:";
    private static final Pattern PID = Pattern.compile("[0-9]{11}");

    private final OutsideIssuer idPorten;
    private final UserProfiles users;
    private final PartnerScopes partners;
    private final AltinnTokens tokens;

    /**
     * @param idPorten whose tokens are exchanged
     * @param partners scopes that count as Altinn's own
     * @param users tells who a person is in Altinn
     * @param tokens what they are exchanged for
     */
    public IdPortenExchange(
            OutsideIssuer idPorten,
            PartnerScopes partners,
            UserProfiles users,
            AltinnTokens tokens) {
        this.idPorten = idPorten;
        this.partners = partners;
        this.users = users;
        this.tokens = tokens;
    }

    @Override
    public OutsideToken verify(String jwt) throws InvalidToken {
        return idPorten.verify(jwt);
    }

    /** {@inheritDoc} Altinn's token ends exactly when ID-porten's does, within a day. */
    @Override
    public String exchange(OutsideToken token, boolean test) throws InvalidToken {
        String pid =
                token.text("pid")
                        .filter(number -> PID.matcher(number).matches())
                        .orElseThrow(() -> new InvalidToken("The token has no usable pid"));
        int level =
                AuthenticationLevel.of(token.text("acr").orElse(""))
                        .orElseThrow(() -> new InvalidToken("The token has no known acr"));
        requireScope(token.scopes());
        ObjectNode kept = KEPT.of(token);
        UserProfile user =
                users.find(pid)
                        .orElseThrow(() -> new InvalidToken("The token's person is no user"));
        return tokens.issueUntil(
                token.claim("exp"),
                claims(kept, AuthenticationMethod.of(token.claim("amr")), level, user));
    }

    private void requireScope(Set<String> scopes) {
        if (scopes.stream().noneMatch(scope -> scope.startsWith(ALTINN))
                && !partners.areAmong(scopes)) {
            throw new MissingScope();
        }
    }

    private static ObjectNode claims(ObjectNode kept, String method, int level, UserProfile user) {
        ObjectNode claims =
                kept.put("nameid", String.valueOf(user.userId()))
                        .put("urn:altinn:userid", String.valueOf(user.userId()))
                        .put("urn:altinn:partyid", user.partyId())
                        .put("urn:altinn:party:uuid", user.partyUuid().toString())
                        .put("urn:altinn:authenticatemethod", method)
                        .put("urn:altinn:authlevel", level);
        if (!user.userName().isEmpty()) {
            claims.put("urn:altinn:username", user.userName());
        }
        return claims;
    }
}
