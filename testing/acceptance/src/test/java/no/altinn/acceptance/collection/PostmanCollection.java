package no.altinn.acceptance.collection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A Bruno collection in the form that Postman imports (Collection Format 2.1). */
final class PostmanCollection {
    private static final String SCHEMA =
            "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    private static final Map<String, String> RAW =
            Map.of("body:json", "json", "body:xml", "xml", "body:text", "text");
    private static final String FORM = "body:form-urlencoded";
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private PostmanCollection() {}

    static ObjectNode of(BruFolder collection) {
        ObjectNode whole = object();
        ObjectNode info = whole.putObject("info").put("name", collection.about().name());
        putDescription(info, collection.about());
        info.put("schema", SCHEMA);
        return whole.set("item", items(collection));
    }

    /** An environment: its values, and the names of those that each user fills in. */
    static ObjectNode environment(String name, BruFile environment) {
        ObjectNode whole = object().put("name", name);
        ArrayNode values = whole.putArray("values");
        environment.pairs("vars").forEach((key, value) -> values.add(value(key, value, "default")));
        SEPARATOR
                .splitAsStream(environment.text("vars:secret"))
                .filter(key -> !key.isEmpty())
                .forEach(key -> values.add(value(key, "", "secret")));
        return whole.put("_postman_variable_scope", "environment");
    }

    private static ObjectNode value(String key, String value, String type) {
        return object().put("key", key).put("value", value).put("type", type).put("enabled", true);
    }

    private static ArrayNode items(BruFolder folder) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (BruFolder inner : folder.folders()) {
            ObjectNode item = items.addObject().put("name", inner.about().name());
            putDescription(item, inner.about());
            item.set("item", items(inner));
        }
        folder.requests().forEach(request -> items.add(item(request)));
        return items;
    }

    private static ObjectNode item(BruFile file) {
        ObjectNode item = object().put("name", file.name());
        ArrayNode events = item.putArray("event");
        putScript(events, "prerequest", List.of(file.text("script:pre-request")));
        putScript(events, "test", List.of(file.text("script:post-response"), file.text("tests")));
        if ("false".equals(file.pairs("settings").get("followRedirects"))) {
            item.putObject("protocolProfileBehavior").put("followRedirects", false);
        }
        item.set("request", request(file));
        return item;
    }

    private static void putScript(ArrayNode events, String when, List<String> parts) {
        String script =
                String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
        if (!script.isEmpty()) {
            ArrayNode lines =
                    events.addObject()
                            .put("listen", when)
                            .putObject("script")
                            .put("type", "text/javascript")
                            .putArray("exec");
            PostmanScript.of(script).lines().forEach(lines::add);
        }
    }

    private static ObjectNode request(BruFile file) {
        ObjectNode request = object().put("method", file.method().toUpperCase(Locale.ROOT));
        putDescription(request, file);
        if (file.blocks().containsKey("auth:basic")) {
            ObjectNode auth = request.putObject("auth").put("type", "basic");
            ArrayNode parts = auth.putArray("basic");
            file.pairs("auth:basic")
                    .forEach((key, value) -> pair(parts, key, value).put("type", "string"));
        }
        ArrayNode headers = request.putArray("header");
        file.pairs("headers").forEach((key, value) -> pair(headers, key, value));
        putBody(request, file);
        return request.put("url", file.url());
    }

    private static void putBody(ObjectNode request, BruFile file) {
        if (file.blocks().containsKey(FORM)) {
            ArrayNode form =
                    request.putObject("body").put("mode", "urlencoded").putArray("urlencoded");
            file.pairs(FORM).forEach((key, value) -> pair(form, key, value));
        }
        RAW.forEach(
                (block, language) -> {
                    if (file.blocks().containsKey(block)) {
                        ObjectNode body = request.putObject("body").put("mode", "raw");
                        body.put("raw", file.text(block));
                        body.putObject("options").putObject("raw").put("language", language);
                    }
                });
    }

    private static ObjectNode pair(ArrayNode pairs, String key, String value) {
        return pairs.addObject().put("key", key).put("value", value);
    }

    private static void putDescription(ObjectNode node, BruFile file) {
        if (!file.text("docs").isEmpty()) {
            node.put("description", file.text("docs"));
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
