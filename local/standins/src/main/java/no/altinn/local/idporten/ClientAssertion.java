package no.altinn.local.idporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;

import no.altinn.local.oauth.OAuthError;
import no.altinn.platform.jose.CompactJws;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.RsaAlgorithm;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JWT by which a client says who it is (RFC 7523 §2.2). Its form is right, but its signature is
 * not verified: no client is registered, so that no client's key is known here. Immutable.
 *
 * @param claims the payload's members
 */
record ClientAssertion(Map<String, JsonNode> claims) {
    /** The {@code client_assertion_type}. */
    static final String TYPE = JWTAuthentication.CLIENT_ASSERTION_TYPE;

    /** The longest that is read, in characters: it may carry a chain of certificates. */
    static final int MAX_LENGTH = 16 * 1024;

    /** How far ahead its end may be: the two minutes of ID-porten, and ten seconds of clocks. */
    static final Duration LONGEST_LIFE = Duration.ofSeconds(130);

    private static final Set<RsaAlgorithm> ALGORITHMS = EnumSet.allOf(RsaAlgorithm.class);

    ClientAssertion {
        claims = Map.copyOf(claims);
    }

    /**
     * Reads its claims.
     *
     * @throws OAuthError if it is no JWT in compact form that says it is signed with RSA
     */
    static ClientAssertion read(String jwt) throws OAuthError {
        try {
            return new ClientAssertion(CompactJws.read(jwt, ALGORITHMS).claims());
        } catch (InvalidToken e) {
            throw OAuthError.invalidClient("client_assertion is no signed JWT");
        }
    }

    /**
     * Checks that it is a client's word about itself, for this provider, and neither too late nor
     * valid for too long.
     *
     * @throws OAuthError if it is not
     */
    void requireFor(ProviderMetadata provider, Instant now) throws OAuthError {
        if (clientId().isEmpty() || !clientId().equals(text(claim("sub")))) {
            throw OAuthError.invalidClient("client_assertion must have the client as iss and sub");
        }
        Set<String> accepted = Set.of(provider.issuer(), provider.tokenEndpoint());
        if (audiences().noneMatch(audience -> accepted.contains(text(audience)))) {
            throw OAuthError.invalidClient("client_assertion must have the issuer as aud");
        }
        requireEnd(claim("exp"), now);
    }

    private static void requireEnd(JsonNode exp, Instant now) throws OAuthError {
        if (!exp.isNumber() || !exp.canConvertToLong() || exp.longValue() <= now.getEpochSecond()) {
            throw OAuthError.invalidClient("client_assertion has expired, or has no exp");
        }
        if (exp.longValue() > now.plus(LONGEST_LIFE).getEpochSecond()) {
            throw OAuthError.invalidClient("client_assertion must expire within two minutes");
        }
    }

    /** The client; empty when it names none. */
    String clientId() {
        return text(claim("iss"));
    }

    private JsonNode claim(String name) {
        return claims.getOrDefault(name, MissingNode.getInstance());
    }

    /** Nothing is converted: a number is no name, whatever its text. */
    private static String text(JsonNode claim) {
        return claim.isTextual() ? claim.textValue() : "";
    }

    private Stream<JsonNode> audiences() {
        JsonNode aud = claim("aud");
        return aud.isArray() ? aud.valueStream() : Stream.of(aud);
    }
}
