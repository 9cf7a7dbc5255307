package no.altinn.platform.jose;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The parts of a signed token (RFC 7515 §7.1) whose form is right and whose signature is not yet
 * checked. Keys and addresses of keys in its header are not looked at. Immutable.
 */
public final class CompactJws {
    /** The longest token read, in characters. */
    static final int MAX_LENGTH = 16 * 1024;

    private static final Set<RsaAlgorithm> RS256 = Set.of(RsaAlgorithm.RS256);
    private static final int MAX_KID = 256;
    private static final char REPLACEMENT = '\uFFFD';

    // Each changes what is signed, what must be understood, or what the payload is; no issuer we
    // trust uses any.
    private static final List<String> REFUSED = List.of("crit", "zip", "b64", "enc", "cty");

    private final JsonNode header;
    private final String kid;
    private final Map<String, JsonNode> claims;
    private final RsaSignature signature;

    private CompactJws(
            JsonNode header, String kid, Map<String, JsonNode> claims, RsaSignature signature) {
        this.header = header;
        this.kid = kid;
        this.claims = Map.copyOf(claims);
        this.signature = signature;
    }

    /** Reads the form of a token that is signed with RS256. */
    public static CompactJws read(String jwt) throws InvalidToken {
        return read(jwt, RS256);
    }

    /**
     * Reads a token's form.
     *
     * @param algorithms what the header's {@code alg} may name, and nothing else
     * @throws InvalidToken if it is too long, has not three parts, is not strict JSON with finite
     *     numbers, is signed with another algorithm, or asks for anything beyond plain RFC 7515
     */
    public static CompactJws read(String jwt, Set<RsaAlgorithm> algorithms) throws InvalidToken {
        if (jwt.length() > MAX_LENGTH) {
            throw new InvalidToken("The token is too long");
        }
        int first = jwt.indexOf('.');
        int last = jwt.lastIndexOf('.');
        if (first < 1 || jwt.indexOf('.', first + 1) != last || last == jwt.length() - 1) {
            throw new InvalidToken("The token is no signed JWT in compact form");
        }
        JsonNode header = object(jwt.substring(0, first));
        RsaAlgorithm algorithm = algorithm(header, algorithms);
        if (REFUSED.stream().anyMatch(header::has)) {
            throw new InvalidToken("The token's header asks for an extension");
        }
        JsonNode payload = object(jwt.substring(first + 1, last));
        byte[] signature = Base64Url.decode(jwt.substring(last + 1));
        return new CompactJws(
                header,
                kid(header),
                members(payload),
                new RsaSignature(algorithm, jwt.substring(0, last), signature));
    }

    /** The header's members. */
    public JsonNode header() {
        return header;
    }

    /** The header's key id; empty when it names none. */
    public String kid() {
        return kid;
    }

    /** The payload's members. */
    public Map<String, JsonNode> claims() {
        return claims;
    }

    /** What is to be checked with a key before any claim is believed. */
    public RsaSignature signature() {
        return signature;
    }

    private static RsaAlgorithm algorithm(JsonNode header, Set<RsaAlgorithm> accepted)
            throws InvalidToken {
        // No number or list is an algorithm, whatever its text: nothing is converted.
        String name = header.path("alg").textValue();
        return accepted.stream()
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidToken(
                                        "The token is not signed with an accepted algorithm"));
    }

    private static String kid(JsonNode header) throws InvalidToken {
        JsonNode kid = header.path("kid");
        if (kid.isMissingNode()) {
            return "";
        }
        // Only what is left out lets every key be tried; RFC 7515 §4.1.4 knows texts alone.
        if (!kid.isTextual() || kid.textValue().isEmpty() || kid.textValue().length() > MAX_KID) {
            throw new InvalidToken("The token's key id is no short text");
        }
        return kid.textValue();
    }

    private static Map<String, JsonNode> members(JsonNode payload) {
        Map<String, JsonNode> members = new HashMap<>();
        payload.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static JsonNode object(String part) throws InvalidToken {
        try {
            String text = utf8(Base64Url.decode(part));
            JsonNode json = Json.parse(text);
            if (!json.isObject() || !isUnicode(text, json)) {
                throw new InvalidToken("A part of the token is no JSON object");
            }
            if (!isFinite(json)) {
                throw new InvalidToken("A number of the token is out of bounds");
            }
            return json;
        } catch (MalformedJson | CharacterCodingException e) {
            throw new InvalidToken("A part of the token is malformed", e);
        }
    }

    /** The quick decoder puts a sign in place of what is no UTF-8; only the slow one tells. */
    private static String utf8(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** A number beyond a double's range is read as infinity, which JSON has no word for. */
    private static boolean isFinite(JsonNode json) {
        if (json.isFloatingPointNumber()) {
            return Double.isFinite(json.doubleValue());
        }
        return !json.isContainerNode()
                || StreamSupport.stream(json.spliterator(), false).allMatch(CompactJws::isFinite);
    }

    /**
     * Half a surrogate pair is no character: each reader makes another text of it (RFC 8259 §8.2).
     * In good UTF-8 only an escape can be one.
     */
    private static boolean isUnicode(String text, JsonNode json) {
        return !text.contains("\\u")
                || StandardCharsets.UTF_8.newEncoder().canEncode(json.toString());
    }
}
