package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which claims of an outside token stand in Altinn's token, too. Immutable.
 *
 * @param forms of the claims by name
 */
record KeptClaims(Map<String, ClaimForm> forms) {
    KeptClaims {
        forms = Map.copyOf(forms);
    }

    /**
     * Those of the named claims that are there, and the issuer as {@code actual_iss}.
     *
     * @throws InvalidToken if one is of another form: to leave it out could make the token good for
     *     more than it was
     */
    ObjectNode of(OutsideToken token) throws InvalidToken {
        ObjectNode kept = Json.object();
        for (Map.Entry<String, ClaimForm> form : new TreeMap<>(forms).entrySet()) {
            JsonNode claim = token.claim(form.getKey());
            if (claim.isMissingNode()) {
                continue;
            }
            if (!form.getValue().fits(claim)) {
                throw new InvalidToken("The token's " + form.getKey() + " is of another form");
            }
            kept.set(form.getKey(), claim.deepCopy());
        }
        return kept.set("actual_iss", token.claim("iss"));
    }
}
