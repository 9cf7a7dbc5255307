package no.altinn.rest.representation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes JSON, and HAL+JSON, which has links and embedded lists beside the members. Immutable.
 *
 * @param isHal whether links are written
 */
record JsonResourceWriter(boolean isHal) implements Writer {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** What is written into an open generator. */
    @FunctionalInterface
    private interface Part {
        void writeTo(JsonGenerator json) throws IOException;
    }

    @Override
    public String write(Resource resource) {
        return written(json -> resource(json, resource));
    }

    @Override
    public String write(Listing listing) {
        return written(
                json -> {
                    if (!isHal) {
                        items(json, listing.items());
                        return;
                    }
                    json.writeStartObject();
                    links(json, listing.links());
                    embedded(json, List.of(listing));
                    json.writeEndObject();
                });
    }

    @Override
    public String write(String text) {
        return written(json -> json.writeString(text));
    }

    @Override
    public String write(boolean flag) {
        return written(json -> json.writeBoolean(flag));
    }

    @Override
    public String writeError(int code, String message) {
        return written(
                json -> {
                    json.writeStartObject();
                    json.writeNumberField("ErrorCode", code);
                    json.writeStringField("ErrorMessage", message);
                    json.writeEndObject();
                });
    }

    private static String written(Part part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            part.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory was not written.", e);
        }
        return text.toString();
    }

    private void resource(JsonGenerator json, Resource resource) throws IOException {
        json.writeStartObject();
        members(json, resource.members());
        if (isHal) {
            links(json, resource.links());
            embedded(json, resource.embedded());
        } else {
            for (Listing list : resource.embedded()) {
                json.writeFieldName(innerName(list.rel()));
                items(json, list.items());
            }
        }
        json.writeEndObject();
    }

    /** The name of a list within a resource that has no {@code _embedded}: in PascalCase. */
    static String innerName(String rel) {
        return rel.substring(0, 1).toUpperCase(Locale.ROOT) + rel.substring(1);
    }

    private void embedded(JsonGenerator json, List<Listing> lists) throws IOException {
        if (lists.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("_embedded");
        for (Listing list : lists) {
            json.writeFieldName(list.rel());
            items(json, list.items());
        }
        json.writeEndObject();
    }

    private void items(JsonGenerator json, List<Resource> items) throws IOException {
        json.writeStartArray();
        for (Resource item : items) {
            resource(json, item);
        }
        json.writeEndArray();
    }

    private void links(JsonGenerator json, List<Link> links) throws IOException {
        if (links.isEmpty()) {
            return;
        }
        Map<String, List<Link>> byRel = new LinkedHashMap<>();
        links.forEach(
                link -> byRel.computeIfAbsent(link.rel(), rel -> new ArrayList<>()).add(link));
        json.writeObjectFieldStart("_links");
        for (Map.Entry<String, List<Link>> rel : byRel.entrySet()) {
            json.writeFieldName(rel.getKey());
            boolean isList = rel.getValue().size() > 1 || rel.getValue().get(0).isListed();
            if (isList) {
                json.writeStartArray();
            }
            for (Link link : rel.getValue()) {
                link(json, link);
            }
            if (isList) {
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private void link(JsonGenerator json, Link link) throws IOException {
        json.writeStartObject();
        json.writeStringField("href", link.href());
        if (link.isTemplated()) {
            json.writeBooleanField("isTemplated", true);
        }
        for (Map.Entry<String, Value> attribute : link.attributes().entrySet()) {
            json.writeFieldName(attribute.getKey());
            value(json, attribute.getValue());
        }
        json.writeEndObject();
    }

    private void members(JsonGenerator json, Members members) throws IOException {
        for (Map.Entry<String, Value> member : members.values().entrySet()) {
            json.writeFieldName(member.getKey());
            value(json, member.getValue());
        }
    }

    private void value(JsonGenerator json, Value value) throws IOException {
        if (value instanceof Value.Text text) {
            json.writeString(text.text());
        } else if (value instanceof Value.Whole whole) {
            json.writeNumber(whole.number());
        } else if (value instanceof Value.Flag flag) {
            json.writeBoolean(flag.flag());
        } else if (value instanceof Value.Structure structure) {
            structure(json, structure.members());
        } else if (value instanceof Value.Structures structures) {
            json.writeStartArray();
            for (Members item : structures.items()) {
                structure(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Value.Resources resources) {
            items(json, resources.items());
        } else if (value instanceof Value.Texts texts) {
            json.writeStartArray();
            for (String text : texts.items()) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private void structure(JsonGenerator json, Members members) throws IOException {
        json.writeStartObject();
        members(json, members);
        json.writeEndObject();
    }
}
