package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import no.altinn.local.oauth.OAuthError;
import no.altinn.platform.jose.CompactJws;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.NumericDate;
import no.altinn.platform.jose.RsaAlgorithm;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A grant as the client sent it: its form is right, and nothing else is known of it. Immutable.
 *
 * @param jws its parts
 */
record Assertion(CompactJws jws) {
    /** The signatures that Maskinporten accepts. */
    static final Set<RsaAlgorithm> ALGORITHMS = EnumSet.allOf(RsaAlgorithm.class);

    /**
     * Reads a form parameter.
     *
     * @throws OAuthError if it is no token that was signed with one of {@link #ALGORITHMS}
     */
    static Assertion read(String jwt) throws OAuthError {
        try {
            return new Assertion(CompactJws.read(jwt, ALGORITHMS));
        } catch (InvalidToken e) {
            throw Refusal.malformed(e.getMessage());
        }
    }

    /** The members of its header. */
    JsonNode header() {
        return jws.header();
    }

    /** The key id in its header; empty when it names none. */
    String kid() {
        return jws.kid();
    }

    /** A claim of any type; a missing node when there is none. */
    JsonNode claim(String name) {
        return jws.claims().getOrDefault(name, MissingNode.getInstance());
    }

    /** A claim that is text; empty when it is missing or of another type. */
    String text(String name) {
        JsonNode claim = claim(name);
        return claim.isTextual() ? claim.textValue() : "";
    }

    /**
     * A claim that is a time (RFC 7519 §2, NumericDate), to the millisecond; empty when it is
     * missing.
     *
     * @throws OAuthError if it is no time from 1970 to 9999
     */
    Optional<Instant> time(String name) throws OAuthError {
        if (claim(name).isMissingNode()) {
            return Optional.empty();
        }
        Optional<Instant> time = NumericDate.read(claim(name));
        if (time.isEmpty()) {
            throw Refusal.malformed("The JWT claim " + name + " is no date");
        }
        return time;
    }

    /**
     * A claim that is a time and must be there.
     *
     * @throws OAuthError if it is missing, or no time from 1970 to 9999
     */
    Instant requiredTime(String name) throws OAuthError {
        return time(name)
                .orElseThrow(() -> Refusal.malformed("The JWT claim " + name + " is missing"));
    }

    /** Whether this key has signed it. */
    boolean isSignedWith(RSAPublicKey key) {
        return jws.signature().isBy(key);
    }

    /** Without the claims and the signature, which must not reach a log. */
    @Override
    public String toString() {
        return "Assertion";
    }
}
