package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads claims whatever JSON type their issuer chose: numbers as texts, texts as numbers, JSON in
 * texts.
 *
 * @param claims every claim by name
 */
record Claims(Map<String, JsonNode> claims) {
    private static final Pattern ORGANISATION_NUMBER = Pattern.compile("[0-9]{9}");
    private static final Pattern POSITIVE = Pattern.compile("0{0,9}[1-9][0-9]{0,9}");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A text or whole number that is not blank. */
    Optional<String> text(String name) {
        JsonNode claim = claim(name);
        return Optional.of(claim)
                .filter(c -> c.isTextual() || c.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    /** A text of 1 to 64 letters, digits, dashes and underscores. */
    Optional<String> code(String name) {
        return Optional.ofNullable(claim(name).textValue())
                .filter(text -> CODE.matcher(text).matches());
    }

    /** A whole number from 1 to 2 147 483 647. */
    OptionalInt positive(String name) {
        return text(name)
                .filter(text -> POSITIVE.matcher(text).matches())
                .map(Long::parseLong)
                .filter(number -> number <= Integer.MAX_VALUE)
                .stream()
                .mapToInt(Long::intValue)
                .findFirst();
    }

    /** The words of a text or of a list of texts; empty when there are none. */
    Optional<Set<String>> words(String name) {
        JsonNode claim = claim(name);
        Stream<JsonNode> texts =
                claim.isArray()
                        ? StreamSupport.stream(claim.spliterator(), false)
                        : Stream.of(claim);
        Set<String> words =
                texts.filter(JsonNode::isTextual)
                        .flatMap(text -> SPACE.splitAsStream(text.textValue()))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** An object or list, also when it was put into a text; a missing node otherwise. */
    JsonNode structure(String name) {
        JsonNode claim = claim(name);
        if (!claim.isTextual()) {
            return claim;
        }
        try {
            return Json.parse(claim.textValue());
        } catch (MalformedJson e) {
            return MissingNode.getInstance();
        }
    }

    /** Nine digits, or nothing. */
    static Optional<String> organisationNumberOf(String text) {
        return Optional.of(text).filter(number -> ORGANISATION_NUMBER.matcher(number).matches());
    }

    /** A UUID in its usual form, or nothing. */
    static Optional<UUID> uuidOf(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private JsonNode claim(String name) {
        return claims.getOrDefault(name, MissingNode.getInstance());
    }
}
