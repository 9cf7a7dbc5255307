package no.altinn.rest.login;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.jose.InvalidToken;

import java.net.URI;
import java.util.stream.Stream;

/**
 * Whom tokens of other issuers must be for (RFC 7519 §4.1.3): nobody in particular, or this system.
 * Immutable.
 *
 * @param base this system's own address, without a slash at its end
 */
record TokenAudience(String base) {
    /** ID-porten says so when the client has named no resource. */
    private static final String UNSPECIFIED = "unspecified";

    static TokenAudience of(URI base) {
        return new TokenAudience(withoutLastSlash(base.toString()));
    }

    /**
     * Checks that a token is not for another.
     *
     * @throws InvalidToken if it is, or its {@code aud} is neither a text nor a list of texts
     */
    void requireOf(OutsideToken token) throws InvalidToken {
        JsonNode aud = token.claim("aud");
        if (aud.isMissingNode()) {
            return;
        }
        Stream<JsonNode> names = aud.isArray() ? aud.valueStream() : Stream.of(aud);
        if (names.noneMatch(this::isThis)) {
            throw new InvalidToken("The token is for another receiver (aud)");
        }
    }

    private boolean isThis(JsonNode name) {
        return name.isTextual()
                && (name.textValue().equals(UNSPECIFIED)
                        || withoutLastSlash(name.textValue()).equals(base));
    }

    private static String withoutLastSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
