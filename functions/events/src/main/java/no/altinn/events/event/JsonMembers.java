package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts a JSON text into the exact texts of its members or items, without rewriting any of them. */
final class JsonMembers {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Json.MAX_DEPTH)
                                    // Numbers of the data are copied, never computed with.
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    /**
     * One member's value.
     *
     * @param token what kind of value it is
     * @param raw its exact JSON text
     * @param text a scalar's text: a string without quotes and escapes
     */
    record Value(JsonToken token, String raw, String text) {
        static Value of(String text) {
            return new Value(JsonToken.VALUE_STRING, Json.string(text), text);
        }
    }

    private JsonMembers() {}

    /**
     * The members of an object, in their order.
     *
     * @throws MalformedJson if the text is no JSON
     * @throws InvalidEvent if it is no object or has a member twice
     */
    static Map<String, Value> ofObject(String json) {
        try (JsonParser parser = parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidEvent("The body must be a JSON object with a CloudEvent.");
            }
            Map<String, Value> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (members.put(name, value(parser, json)) != null) {
                    throw new InvalidEvent(
                            "The member '%s' is there twice.".formatted(AttributeText.shown(name)));
                }
            }
            requireEnd(parser);
            return members;
        } catch (JsonProcessingException e) {
            throw new MalformedJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The items of an array, in their order.
     *
     * @throws MalformedJson if the text is no JSON
     * @throws InvalidEvent if it is no array, or has more than {@code most} items
     */
    static List<String> ofArray(String json, int most) {
        try (JsonParser parser = parser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidEvent("The body must be a JSON array of CloudEvents.");
            }
            List<String> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (items.size() == most) {
                    throw new InvalidEvent("A batch holds at most %d events.".formatted(most));
                }
                items.add(value(parser, json).raw);
            }
            requireEnd(parser);
            return items;
        } catch (JsonProcessingException e) {
            throw new MalformedJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks that the text is one JSON value and nothing else, and may stand within an event.
     *
     * @throws MalformedJson if it is no JSON, or too deep to be a member
     * @throws InvalidEvent if there is more
     */
    static void requireMember(String json) {
        requireValue(json);
        // Once more as an item: one that is as deep as JSON may be is too deep below another.
        ofArray("[" + json + "]", 1);
    }

    private static void requireValue(String json) {
        try (JsonParser parser = parser(json)) {
            if (parser.nextToken() == null) {
                throw new InvalidEvent("The body must be a JSON value.");
            }
            value(parser, json);
            requireEnd(parser);
        } catch (JsonProcessingException e) {
            throw new MalformedJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonParser parser(String json) throws IOException {
        return FACTORY.createParser(LoneSurrogates.replaced(json));
    }

    private static Value value(JsonParser parser, String json) throws IOException {
        JsonToken token = parser.currentToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        // A string is only read to its end when it is asked for.
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        String raw = json.substring(start, end);
        return new Value(token, raw, text(parser, raw));
    }

    private static String text(JsonParser parser, String raw) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            return "";
        }
        boolean isReplaced =
                parser.currentToken() == JsonToken.VALUE_STRING
                        && !LoneSurrogates.replaced(raw).equals(raw);
        return isReplaced ? LoneSurrogates.text(raw) : parser.getText();
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new InvalidEvent("There is text after the end of the JSON value.");
        }
    }
}
