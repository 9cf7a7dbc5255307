package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.testing.json.Json;
import no.altinn.testing.openapi.BodyForm;
import no.altinn.testing.openapi.Part;

import org.w3c.dom.Element;

/**
 * Reads XML as the JSON that a schema is about: by the names that the schema gives to elements, and
 * with each list in an element of its own.
 */
final class XmlForm implements BodyForm {
    private static final String WHOLE = "-?[0-9]{1,18}";

    @Override
    public JsonNode read(String body, Part schema) {
        if (schema.child("type").text().equals("string") && !schema.child("xml").isThere()) {
            // The XML of others, such as an XSD: it has no form of ours.
            XmlTree.root(body);
            return TextNode.valueOf(body);
        }
        Element root = XmlTree.root(body);
        Part fitting = fitting(schema, root);
        require(root, fitting);
        return value(root, fitting);
    }

    private static Part fitting(Part schema, Element root) {
        return schema.child("oneOf").items().stream()
                .filter(each -> name(each).equals(root.getTagName()))
                .findFirst()
                .orElse(schema);
    }

    private static String name(Part schema) {
        return schema.child("xml").child("name").text();
    }

    private static void require(Element element, Part schema) {
        String name = name(schema);
        if (!name.isEmpty() && !name.equals(element.getTagName())) {
            throw new IllegalArgumentException(
                    "<%s> stands where <%s> should".formatted(element.getTagName(), name));
        }
    }

    /** What an element holds. */
    static JsonNode value(Element element, Part schema) {
        if (element.hasAttributes()) {
            throw new IllegalArgumentException("<" + element.getTagName() + "> has attributes");
        }
        if (schema.child("type").text().equals("array")) {
            ArrayNode items = Json.object().arrayNode();
            for (Element item : XmlTree.children(element)) {
                require(item, schema.child("items"));
                items.add(value(item, schema.child("items")));
            }
            return items;
        }
        return isObject(element, schema) ? object(element, schema) : plain(element, schema);
    }

    private static boolean isObject(Element element, Part schema) {
        return schema.child("type").text().equals("object")
                || (!schema.child("type").isThere() && !XmlTree.children(element).isEmpty());
    }

    private static JsonNode object(Element element, Part schema) {
        ObjectNode object = Json.object();
        for (Element child : XmlTree.children(element)) {
            object.set(
                    child.getTagName(),
                    value(child, schema.child("properties").child(child.getTagName())));
        }
        if (object.size() != XmlTree.children(element).size()) {
            throw new IllegalArgumentException("<" + element.getTagName() + "> repeats a member");
        }
        return object;
    }

    /** A text, as the type that its schema wants. */
    static JsonNode plain(Element element, Part schema) {
        return plain(element.getTextContent(), schema);
    }

    static JsonNode plain(String text, Part schema) {
        String type = schema.child("type").text();
        boolean isFlag = type.equals("boolean") || schema.child("const").node().isBoolean();
        if (isFlag && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        boolean isNumber =
                type.equals("integer")
                        || schema.child("type").node().toString().contains("\"integer\"");
        return isNumber && text.matches(WHOLE)
                ? LongNode.valueOf(Long.parseLong(text))
                : TextNode.valueOf(text);
    }
}
