package no.altinn.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the members of a JSON object by their types. A member that is null counts as left out.
 * Every method throws the reader's own exception for a member of another type; its message names
 * the member and what it must be. Immutable.
 */
public final class TypedMembers {
    private static final String INTEGER = "a whole number of 32 bits";
    private static final String LONG = "a whole number of 64 bits";

    private final Function<String, JsonNode> member;
    private final Function<String, ? extends RuntimeException> refusal;

    private TypedMembers(
            Function<String, JsonNode> member,
            Function<String, ? extends RuntimeException> refusal) {
        this.member = member;
        this.refusal = refusal;
    }

    /**
     * The members of an object.
     *
     * @param object a node of any other kind has no members
     * @param refusal makes the exception of a message
     */
    public static TypedMembers of(
            JsonNode object, Function<String, ? extends RuntimeException> refusal) {
        return new TypedMembers(object::path, refusal);
    }

    /**
     * The members of an object whose names may be in any case. Names that differ in nothing else
     * are refused, unless all but one are null.
     *
     * @param object a node of any other kind has no members
     * @param refusal makes the exception of a message
     */
    public static TypedMembers inAnyCase(
            JsonNode object, Function<String, ? extends RuntimeException> refusal) {
        Map<String, JsonNode> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!member.getValue().isNull()
                    && members.putIfAbsent(member.getKey(), member.getValue()) != null) {
                throw refusal.apply(
                        "'%s' is there twice, in this or another case.".formatted(member.getKey()));
            }
        }
        return new TypedMembers(
                name -> members.getOrDefault(name, MissingNode.getInstance()), refusal);
    }

    /** The members of an object that is a member itself; none if there is no such object. */
    public TypedMembers in(String name) {
        return of(member.apply(name), refusal);
    }

    /** A string that must be there. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> refused(name, "a string"));
    }

    /** A string. */
    public Optional<String> optionalText(String name) {
        return optional(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
    }

    /** A whole number of 32 bits that must be there. */
    public int number(String name) {
        return optionalNumber(name).orElseThrow(() -> refused(name, INTEGER));
    }

    /** A whole number of 32 bits. */
    public OptionalInt optionalNumber(String name) {
        return optional(name, node -> node.isIntegralNumber() && node.canConvertToInt(), INTEGER)
                .map(node -> OptionalInt.of(node.intValue()))
                .orElseGet(OptionalInt::empty);
    }

    /** A whole number of 64 bits that must be there. */
    public long longNumber(String name) {
        return optional(name, node -> node.isIntegralNumber() && node.canConvertToLong(), LONG)
                .map(JsonNode::longValue)
                .orElseThrow(() -> refused(name, LONG));
    }

    /** A list of strings. */
    public Optional<List<String>> optionalTexts(String name) {
        return optional(name, TypedMembers::isListOfStrings, "a list of strings")
                .map(list -> list.valueStream().map(JsonNode::textValue).toList());
    }

    /** A list of any values. */
    public Optional<JsonNode> optionalList(String name) {
        return optional(name, JsonNode::isArray, "a list");
    }

    private static boolean isListOfStrings(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isTextual);
    }

    /** True or false; false when it is left out. */
    public boolean flag(String name) {
        return optional(name, JsonNode::isBoolean, "true or false")
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    private Optional<JsonNode> optional(String name, Predicate<JsonNode> isOfType, String type) {
        JsonNode node = member.apply(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!isOfType.test(node)) {
            throw refused(name, type);
        }
        return Optional.of(node);
    }

    private RuntimeException refused(String name, String type) {
        return refusal.apply("'%s' must be %s.".formatted(name, type));
    }
}
