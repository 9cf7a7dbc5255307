package no.altinn.local.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.Optional;

/**
 * The top-level scalars of a JSON object as binding values; other text has no values. The text is
 * parsed when a function asks for a value, since most functions ask for none.
 */
public final class JsonScalars implements BindingValues {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String json;

    /** The scalars of a text that may be a JSON object. */
    public JsonScalars(String json) {
        this.json = json;
    }

    @Override
    public Optional<String> find(String name) {
        try {
            JsonNode value = MAPPER.readTree(json).path(name);
            // .NET writes booleans with a capital letter.
            return value.isBoolean()
                    ? Optional.of(value.booleanValue() ? "True" : "False")
                    : Optional.of(value)
                            .filter(node -> node.isValueNode() && !node.isNull())
                            .map(JsonNode::asText);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
