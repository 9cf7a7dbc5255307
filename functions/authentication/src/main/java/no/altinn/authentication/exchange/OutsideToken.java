package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A verified token of another issuer. Immutable.
 *
 * @param claims every claim by its name
 */
record OutsideToken(Map<String, JsonNode> claims) {
    private static final String SCOPE = "scope";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    OutsideToken {
        claims = Map.copyOf(claims);
    }

    /** A claim; a missing node when it is not there, or null. */
    JsonNode claim(String name) {
        JsonNode claim = claims.getOrDefault(name, MissingNode.getInstance());
        return claim.isNull() ? MissingNode.getInstance() : claim;
    }

    /** A claim that is a text. */
    Optional<String> text(String name) {
        return Optional.ofNullable(claim(name).textValue());
    }

    /**
     * What the token is for; scopes are compared exactly.
     *
     * @throws InvalidToken if the scopes are no text, which readers could understand differently
     */
    Set<String> scopes() throws InvalidToken {
        if (!claim(SCOPE).isMissingNode() && !claim(SCOPE).isTextual()) {
            throw new InvalidToken("The token's scope is no text");
        }
        return SPACE.splitAsStream(text(SCOPE).orElse(""))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Those of the named claims that are there, and the issuer as {@code actual_iss}.
     *
     * @throws InvalidToken if one is of another form: to leave it out could make the token good for
     *     more than it was
     */
    ObjectNode keep(Map<String, ClaimForm> forms) throws InvalidToken {
        ObjectNode kept = Json.object();
        for (Map.Entry<String, ClaimForm> form : new TreeMap<>(forms).entrySet()) {
            JsonNode claim = claim(form.getKey());
            if (claim.isMissingNode()) {
                continue;
            }
            if (!form.getValue().fits(claim)) {
                throw new InvalidToken("The token's " + form.getKey() + " is of another form");
            }
            kept.set(form.getKey(), claim.deepCopy());
        }
        return kept.set("actual_iss", claim("iss"));
    }
}
