package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;

/**
 * The memory that a token and its claims take, in bytes of a 64-bit HotSpot with compressed
 * references. The size is counted object by object and rounded up, since a short text can be many
 * objects.
 */
final class MemorySize {
    /** The objects that there are once for each token, and its place in a cache. */
    private static final int TOKEN = 512;

    private static final int STRING = 72;
    private static final int NUMBER = 72;
    private static final int LIST = 128;
    private static final int LIST_ELEMENT = 8;
    private static final int OBJECT = 160;
    private static final int OBJECT_MEMBER = 64;

    private MemorySize() {}

    /** The size of a token of Latin-1 characters with these claims and scopes. */
    static int of(String jwt, Map<String, JsonNode> claims, Set<String> scopes) {
        int size = TOKEN + STRING + jwt.length();
        for (Map.Entry<String, JsonNode> claim : claims.entrySet()) {
            size += member(claim);
        }
        for (String scope : scopes) {
            size += LIST_ELEMENT + text(scope);
        }
        return size;
    }

    private static int of(JsonNode value) {
        if (value.isObject()) {
            return OBJECT + value.properties().stream().mapToInt(MemorySize::member).sum();
        }
        if (value.isArray()) {
            int size = LIST;
            for (JsonNode element : value) {
                size += LIST_ELEMENT + of(element);
            }
            return size;
        }
        // A number of many digits takes fewer bytes than it has digits.
        return value.isTextual() ? text(value.textValue()) : NUMBER + value.asText().length();
    }

    private static int member(Map.Entry<String, JsonNode> member) {
        return OBJECT_MEMBER + text(member.getKey()) + of(member.getValue());
    }

    private static int text(String text) {
        return STRING + 2 * text.length();
    }
}
