package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import no.altinn.platform.jose.InvalidToken;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A verified token of another issuer. Immutable.
 *
 * @param claims every claim by its name
 */
public record OutsideToken(Map<String, JsonNode> claims) {
    private static final String SCOPE = "scope";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public OutsideToken {
        claims = Map.copyOf(claims);
    }

    /** A claim; a missing node when it is not there, or null. */
    public JsonNode claim(String name) {
        JsonNode claim = claims.getOrDefault(name, MissingNode.getInstance());
        return claim.isNull() ? MissingNode.getInstance() : claim;
    }

    /** A claim that is a text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(claim(name).textValue());
    }

    /**
     * What the token is for; scopes are compared exactly.
     *
     * @throws InvalidToken if the scopes are no text, which readers could understand differently
     */
    public Set<String> scopes() throws InvalidToken {
        if (!claim(SCOPE).isMissingNode() && !claim(SCOPE).isTextual()) {
            throw new InvalidToken("The token's scope is no text");
        }
        return SPACE.splitAsStream(text(SCOPE).orElse(""))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
