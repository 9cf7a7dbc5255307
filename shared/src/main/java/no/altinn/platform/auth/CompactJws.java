package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.Json;
import no.altinn.platform.http.MalformedJson;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a signed token (RFC 7515 §7.1) whose form is right and whose signature is not yet
 * checked. Keys and addresses of keys in its header are not looked at.
 *
 * @param header the header's members
 * @param kid the header's key id; empty when it names none
 * @param claims the payload's members
 */
public record CompactJws(JsonNode header, String kid, Map<String, JsonNode> claims) {
    /** The longest token read, in characters. */
    static final int MAX_LENGTH = 16 * 1024;

    private static final Set<String> RS256 = Set.of("RS256");
    private static final int MAX_KID = 256;
    private static final String PART = "([A-Za-z0-9_-]+)";
    private static final Pattern COMPACT = Pattern.compile(PART + "\\." + PART + "\\." + PART);
    private static final Set<String> NESTED = Set.of("jwt", "application/jwt");

    // Each changes what is signed or what must be understood; no issuer we trust uses any.
    private static final List<String> REFUSED = List.of("crit", "zip", "b64", "enc");

    public CompactJws {
        claims = Map.copyOf(claims);
    }

    /** Reads the form of a token that is signed with RS256. */
    static CompactJws read(String jwt) throws InvalidToken {
        return read(jwt, RS256);
    }

    /**
     * Reads a token's form.
     *
     * @param algorithms the only values that the header's {@code alg} may have
     * @throws InvalidToken if it is too long, has not three parts, is not strict JSON, is signed
     *     with another algorithm, or asks for anything beyond plain RFC 7515
     */
    public static CompactJws read(String jwt, Set<String> algorithms) throws InvalidToken {
        if (jwt.length() > MAX_LENGTH) {
            throw new InvalidToken("The token is too long");
        }
        Matcher parts = COMPACT.matcher(jwt);
        if (!parts.matches()) {
            throw new InvalidToken("The token is no signed JWT in compact form");
        }
        JsonNode header = object(parts.group(1));
        if (!algorithms.contains(header.path("alg").asText(""))) {
            throw new InvalidToken("The token is not signed with an accepted algorithm");
        }
        if (REFUSED.stream().anyMatch(header::has)) {
            throw new InvalidToken("The token's header asks for an extension");
        }
        if (NESTED.contains(header.path("cty").asText("").toLowerCase(Locale.ROOT))) {
            throw new InvalidToken("The token holds another token");
        }
        return new CompactJws(header, kid(header), members(object(parts.group(2))));
    }

    private static String kid(JsonNode header) throws InvalidToken {
        JsonNode kid = header.path("kid");
        if (kid.isMissingNode() || kid.isNull()) {
            return "";
        }
        if (!kid.isTextual() || kid.textValue().length() > MAX_KID) {
            throw new InvalidToken("The token's key id is no short text");
        }
        return kid.textValue();
    }

    private static Map<String, JsonNode> members(JsonNode payload) {
        Map<String, JsonNode> members = new TreeMap<>();
        payload.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static JsonNode object(String part) throws InvalidToken {
        try {
            JsonNode json = Json.parse(utf8(Base64.getUrlDecoder().decode(part)));
            if (json.isObject()) {
                return json;
            }
            throw new InvalidToken("A part of the token is no JSON object");
        } catch (IllegalArgumentException | MalformedJson | CharacterCodingException e) {
            throw new InvalidToken("A part of the token is malformed", e);
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
