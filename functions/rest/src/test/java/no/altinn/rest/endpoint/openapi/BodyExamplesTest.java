package no.altinn.rest.endpoint.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.representation.BodyReader;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Format;
import no.altinn.testing.openapi.Operation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The example of a body says the same in each representation, as this app reads it. */
class BodyExamplesTest {
    private static final RestDocuments DOCUMENTS = RestDocuments.read();

    static Stream<Operation> operations() {
        return DOCUMENTS.operations().stream()
                .filter(each -> content(each).has(Format.HAL_XML.mediaType()));
    }

    private static JsonNode content(Operation operation) {
        return operation.node().path("requestBody").path("content");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anExampleIsReadAlikeInEachRepresentation(Operation operation) {
        JsonNode plain = content(operation).path(Format.JSON.mediaType()).path("example");
        for (Format format : Format.values()) {
            JsonNode example = content(operation).path(format.mediaType()).path("example");
            String body = example.isTextual() ? example.asText() : example.toString();

            Fields read = BodyReader.strict().read(format.mediaType(), body);

            hasAll(read, plain);
        }
    }

    private static void hasAll(Fields read, JsonNode example) {
        if (example.isArray()) {
            haveAll(read.items(), example);
        }
        for (Map.Entry<String, JsonNode> member : example.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isArray() && value.path(0).isObject()) {
                haveAll(read.list(name), value);
            } else if (value.isArray()) {
                assertThat(read.texts(name)).as(name).isEqualTo(texts(value));
            } else if (value.isObject()) {
                hasAll(read.structure(name).orElseThrow(), value);
            } else if (value.isNumber()) {
                assertThat(read.number(name)).as(name).hasValue(value.asInt());
            } else if (value.isBoolean()) {
                assertThat(read.flag(name)).as(name).hasValue(value.asBoolean());
            } else {
                assertThat(read.text(name)).as(name).hasValue(value.asText());
            }
        }
    }

    private static void haveAll(List<Fields> read, JsonNode examples) {
        assertThat(read).hasSize(examples.size());
        for (int i = 0; i < read.size(); i++) {
            hasAll(read.get(i), examples.get(i));
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
