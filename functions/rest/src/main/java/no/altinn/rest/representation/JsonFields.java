package no.altinn.rest.representation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import no.altinn.platform.json.MalformedJson;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The members of a JSON object. Names that differ in case alone are refused. Immutable. */
final class JsonFields extends TextFields {
    /** How deep a body may be nested. */
    static final int MAX_DEPTH = 100;

    /** A file in Base64 is one text, and the largest bodies hold 30 MiB. */
    private static final int LONGEST_TEXT = 32 << 20;

    private static final ObjectMapper STRICT = JsonMapper.builder(factory().build()).build();
    private static final ObjectMapper LENIENT =
            JsonMapper.builder(
                            factory()
                                    .build()
                                    .configure(
                                            JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES
                                                    .mappedFeature(),
                                            true)
                                    .configure(
                                            JsonReadFeature.ALLOW_SINGLE_QUOTES.mappedFeature(),
                                            true))
                    .build();

    private final JsonNode node;
    private final Map<String, JsonNode> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private JsonFields(JsonNode node) {
        this.node = node;
        node.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> put(member.getKey(), member.getValue()));
    }

    private void put(String name, JsonNode value) {
        if (members.putIfAbsent(name, value) != null) {
            throw doubled(name);
        }
    }

    private static com.fasterxml.jackson.core.JsonFactoryBuilder factory() {
        return (com.fasterxml.jackson.core.JsonFactoryBuilder)
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(MAX_DEPTH)
                                        .maxStringLength(LONGEST_TEXT)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /**
     * Reads a body.
     *
     * @throws InvalidBody if it is no JSON object or list
     */
    static Fields read(String text, boolean isLenient) {
        JsonNode node = parse("The body", text, isLenient);
        if (!node.isObject() && !node.isArray()) {
            throw new InvalidBody("The body must be a JSON object or list.");
        }
        return new JsonFields(node);
    }

    /**
     * Reads an object that is part of something else.
     *
     * @param what what the refusal calls it
     * @throws InvalidBody if it is no JSON object
     */
    static Fields readObject(String what, String text, boolean isLenient) {
        JsonNode node = parse(what, text, isLenient);
        if (!node.isObject()) {
            throw new InvalidBody(what + " must be a JSON object.");
        }
        return new JsonFields(node);
    }

    private static JsonNode parse(String what, String text, boolean isLenient) {
        try {
            return (isLenient ? LENIENT : STRICT)
                    .reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidBody(
                    what + " is not valid JSON: " + new MalformedJson(e).getMessage());
        }
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(members.get(name)).or(() -> embedded(name));
    }

    private Optional<JsonNode> embedded(String name) {
        return Optional.ofNullable(members.get("_embedded"))
                .filter(JsonNode::isObject)
                .flatMap(lists -> Optional.ofNullable(new JsonFields(lists).members.get(name)));
    }

    @Override
    protected Optional<String> raw(String name) {
        Optional<JsonNode> found = find(name);
        if (found.isPresent() && !found.get().isValueNode()) {
            throw refused(name, "a single value");
        }
        return found.map(JsonNode::asText);
    }

    @Override
    public List<Fields> list(String name) {
        return find(name).map(list -> fields(name, list)).orElse(List.of());
    }

    private static List<Fields> fields(String name, JsonNode list) {
        if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isObject)) {
            throw refused(name, "a list of structures");
        }
        return list.valueStream().<Fields>map(JsonFields::new).toList();
    }

    @Override
    public List<String> texts(String name) {
        Optional<JsonNode> list = find(name);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray() || !list.get().valueStream().allMatch(JsonNode::isValueNode)) {
            throw refused(name, "a list of texts");
        }
        return list.get().valueStream().map(JsonNode::asText).toList();
    }

    @Override
    public Optional<Fields> structure(String name) {
        Optional<JsonNode> found = find(name);
        if (found.isPresent() && !found.get().isObject()) {
            throw refused(name, "a structure");
        }
        return found.map(JsonFields::new);
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    @Override
    public boolean has(String name) {
        return find(name).isPresent();
    }

    @Override
    public List<Fields> items() {
        return node.isArray() ? fields("(body)", node) : List.of();
    }
}
