package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;
import no.altinn.testing.openapi.BodyForm;
import no.altinn.testing.openapi.Part;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads HAL+XML as the HAL+JSON that it stands for. */
final class HalXmlForm implements BodyForm {
    private static final String RESOURCE = "resource";
    private static final String LINK = "link";
    private static final String MODELS = "/components/schemas/";
    private static final Set<String> OWN = Set.of("rel", "href");

    @Override
    public JsonNode read(String body, Part schema) {
        Element root = XmlTree.root(body);
        if (!root.getTagName().equals(RESOURCE)) {
            return new XmlForm().read(body, schema);
        }
        Part fitting =
                schema.child("oneOf").items().stream()
                        .filter(each -> rel(each).equals(root.getAttribute("rel")))
                        .findFirst()
                        .orElse(schema);
        return fitting.child("type").text().equals("array")
                ? items(root, fitting.child("items"))
                : resource(root, fitting);
    }

    /** The relation of a model's resources: its name in XML, in small letters. */
    private static String rel(Part schema) {
        String name = schema.pointer().replace(MODELS, "").replaceFirst("[.]hal$", "");
        Part plain = new Part(schema.root(), MODELS + name);
        return plain.child("xml").child("name").text().toLowerCase(Locale.ROOT);
    }

    private static JsonNode resource(Element element, Part schema) {
        String rel = element.getAttribute("rel");
        Part lists = schema.child("properties").child("_embedded").child("properties");
        boolean isModel = schema.pointer().startsWith(MODELS);
        if (isModel && !rel(schema).equals(rel)) {
            throw new IllegalArgumentException(
                    "The resource is '%s', not '%s'".formatted(rel, rel(schema)));
        }
        ObjectNode json = Json.object();
        ObjectNode links = Json.object();
        ObjectNode embedded = Json.object();
        if (element.hasAttribute("href")) {
            links.putObject("self").put("href", element.getAttribute("href"));
        }
        if (!isModel) {
            embedded.set(rel, items(element, lists.child(rel).child("items")));
        }
        for (Element child : XmlTree.children(element)) {
            if (child.getTagName().equals(LINK)) {
                link(links, child, schema.child("properties").child("_links"));
            } else if (!isResource(child)) {
                Part member = schema.child("properties").child(child.getTagName());
                json.set(child.getTagName(), member(child, member));
            } else if (isModel) {
                String list = child.getAttribute("rel");
                embedded.set(list, items(child, lists.child(list).child("items")));
            }
        }
        if (!links.isEmpty()) {
            json.set("_links", links);
        }
        if (!embedded.isEmpty()) {
            json.set("_embedded", embedded);
        }
        return json;
    }

    /** An event has a member of that name. */
    private static boolean isResource(Element element) {
        return element.getTagName().equals(RESOURCE) && element.hasAttribute("rel");
    }

    private static ArrayNode items(Element list, Part schema) {
        ArrayNode items = Json.object().arrayNode();
        XmlTree.children(list).stream()
                .filter(child -> child.getTagName().equals(RESOURCE))
                .forEach(child -> items.add(resource(child, schema)));
        return items;
    }

    /** A member of resources has them as such; any other is as in plain XML. */
    private static JsonNode member(Element element, Part schema) {
        List<Element> children = XmlTree.children(element);
        boolean isOfResources =
                !children.isEmpty() && children.get(0).getTagName().equals(RESOURCE);
        return isOfResources
                ? items(element, schema.child("items"))
                : XmlForm.value(element, schema);
    }

    private static void link(ObjectNode links, Element element, Part schema) {
        String rel = element.getAttribute("rel");
        Part documented = schema.child("properties").child(rel);
        boolean isList = documented.child("type").text().equals("array");
        Part one = isList ? documented.child("items") : documented;
        ObjectNode link = Json.object();
        link.put("href", element.getAttribute("href"));
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!OWN.contains(attribute.getName())) {
                Part documentedAttribute = one.child("properties").child(attribute.getName());
                link.set(
                        attribute.getName(),
                        XmlForm.plain(attribute.getValue(), documentedAttribute));
            }
        }
        if (isList) {
            links.withArrayProperty(rel).add(link);
        } else if (links.has(rel)) {
            throw new IllegalArgumentException("There are two links " + rel);
        } else {
            links.set(rel, link);
        }
    }
}
