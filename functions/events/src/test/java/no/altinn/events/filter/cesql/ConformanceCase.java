package no.altinn.events.filter.cesql;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code cesql/conformance.txt}.
 *
 * @param value as JSON; empty for a text that is no expression
 * @param attributes of the event, as a JSON object
 */
record ConformanceCase(String expression, String value, Optional<String> error, String attributes) {
    private static final Pattern LINE =
            Pattern.compile(
                    "(?<expression>.+) => (?<value>[^!@]*?) ?(! (?<error>\\w+))? ?(@ (?<event>.+))?");

    /** All cases, in their order. */
    static List<ConformanceCase> all() {
        try (InputStream file =
                ConformanceCase.class.getResourceAsStream("/cesql/conformance.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ConformanceCase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConformanceCase of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        return new ConformanceCase(
                parts.group("expression"),
                parts.group("value"),
                Optional.ofNullable(parts.group("error")),
                Optional.ofNullable(parts.group("event")).orElse("{}"));
    }

    /** Whether the text is no expression. */
    boolean isParseError() {
        return error.equals(Optional.of("parse"));
    }

    /** An event with the attributes, and with those that every event has. */
    String event() {
        ObjectNode event =
                Json.object()
                        .put("specversion", "1.0")
                        .put("id", "an id")
                        .put("source", "/a/source")
                        .put("type", "a.type");
        Json.parse(attributes).properties().forEach(it -> event.set(it.getKey(), it.getValue()));
        return event.toString();
    }

    /** The name of its test. */
    @Override
    public String toString() {
        return expression + (attributes.equals("{}") ? "" : " on " + attributes);
    }
}
