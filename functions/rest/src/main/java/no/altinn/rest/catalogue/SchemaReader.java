package no.altinn.rest.catalogue;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the member {@code Schema}: an XSD's text, or a list of its lines.
 *
 * @param isKept whether it was found right before, so that it is not measured again and may have
 *     been left out
 */
record SchemaReader(boolean isKept) {
    /** The name of the member. */
    static final String NAME = "Schema";

    /** A schema that must be there. */
    String required(WrittenObject json) {
        if (!isKept && !json.has(NAME)) {
            json.fault(NAME, "is missing; it must be an XSD");
        }
        return optional(json).orElse("");
    }

    Optional<String> optional(WrittenObject json) {
        Optional<String> xsd =
                json.node(NAME, "an XSD's text, or a list of its lines", SchemaReader::isText)
                        .map(SchemaReader::text);
        if (!isKept) {
            xsd.flatMap(XsdCheck::fault)
                    .ifPresent(
                            fault ->
                                    json.fault(
                                            NAME,
                                            "must be an XSD, without a DTD and without other"
                                                    + " documents: "
                                                    + fault.replaceAll("\\s+", " ")));
        }
        return xsd;
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual()
                || (node.isArray() && node.valueStream().allMatch(JsonNode::isTextual));
    }

    private static String text(JsonNode node) {
        return node.isTextual()
                ? node.textValue()
                : node.valueStream().map(JsonNode::textValue).collect(Collectors.joining("\n"));
    }
}
