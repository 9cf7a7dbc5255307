package no.altinn.local.idporten;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.Json;
import no.altinn.platform.http.MalformedJson;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JWT by which a client says who it is (RFC 7523 §2.2). Its signature is not verified, since no
 * client's key is known here. Immutable.
 *
 * @param claims the payload, a JSON object
 */
record ClientAssertion(JsonNode claims) {
    /** The {@code client_assertion_type}. */
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** The longest that is read, in characters: it may carry a chain of certificates. */
    static final int MAX_LENGTH = 16 * 1024;

    private static final String PART = "[A-Za-z0-9_-]+";
    private static final Pattern COMPACT = Pattern.compile(PART + "\\.(" + PART + ")\\." + PART);

    /**
     * Reads its claims.
     *
     * @throws OAuthError if it is no JWT in compact form
     */
    static ClientAssertion read(String jwt) throws OAuthError {
        Matcher parts = COMPACT.matcher(jwt);
        if (!parts.matches()) {
            throw malformed();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts.group(1));
            JsonNode claims = Json.parse(new String(payload, StandardCharsets.UTF_8));
            if (claims.isObject()) {
                return new ClientAssertion(claims);
            }
        } catch (IllegalArgumentException | MalformedJson e) {
            throw malformed();
        }
        throw malformed();
    }

    private static OAuthError malformed() {
        return OAuthError.invalidClient("client_assertion is no signed JWT");
    }

    /**
     * Checks that it is a client's word about itself, for this provider, and not too late.
     *
     * @throws OAuthError if it is not
     */
    void requireFor(ProviderMetadata provider, Instant now) throws OAuthError {
        if (clientId().isEmpty() || !clientId().equals(claims.path("sub").asText(""))) {
            throw OAuthError.invalidClient("client_assertion must have the client as iss and sub");
        }
        Set<String> accepted = Set.of(provider.issuer(), provider.tokenEndpoint());
        if (audiences().noneMatch(audience -> accepted.contains(audience.asText("")))) {
            throw OAuthError.invalidClient("client_assertion must have the issuer as aud");
        }
        if (claims.path("exp").asLong(0) <= now.getEpochSecond()) {
            throw OAuthError.invalidClient("client_assertion has expired, or has no exp");
        }
    }

    /** The client; empty when it names none. */
    String clientId() {
        return claims.path("iss").asText("");
    }

    private Stream<JsonNode> audiences() {
        JsonNode aud = claims.path("aud");
        return aud.isArray() ? aud.valueStream() : Stream.of(aud);
    }
}
