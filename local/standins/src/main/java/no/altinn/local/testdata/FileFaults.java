package no.altinn.local.testdata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong in a file of JSON, so that its writer reads all faults together. */
public final class FileFaults {
    private static final int MOST_FAULTS = 10;
    private static final JsonFactory JSON = new JsonFactory();

    private final String json;
    private final Map<JsonPointer, String> reasons = new LinkedHashMap<>();

    /**
     * @param json the file's text, which is well-formed
     */
    public FileFaults(String json) {
        this.json = json;
    }

    /** Adds a fault; of two at one place, the first counts. */
    public void add(JsonPointer place, String reason) {
        reasons.putIfAbsent(place, reason);
    }

    /**
     * Tells the faults that were added.
     *
     * @throws MalformedFile if there are any; the message has the first ten
     */
    public void check() {
        if (reasons.isEmpty()) {
            return;
        }
        Map<JsonPointer, Integer> lines = lines();
        String told =
                reasons.entrySet().stream()
                        .limit(MOST_FAULTS)
                        .map(fault -> told(fault.getKey(), fault.getValue(), lines))
                        .collect(Collectors.joining("; "));
        int others = reasons.size() - MOST_FAULTS;
        throw new MalformedFile(others > 0 ? "%s; and %d more".formatted(told, others) : told);
    }

    private static String told(JsonPointer place, String reason, Map<JsonPointer, Integer> lines) {
        return "line %d: %s".formatted(line(place, lines), JsonFault.line(name(place) + reason));
    }

    /** What is missing has the line of what it is missing in. */
    private static int line(JsonPointer place, Map<JsonPointer, Integer> lines) {
        JsonPointer there = place;
        while (!lines.containsKey(there) && !there.matches()) {
            there = there.head();
        }
        return lines.getOrDefault(there, 1);
    }

    /** Such as {@code rules[2].caller: }. */
    private static String name(JsonPointer place) {
        StringBuilder name = new StringBuilder();
        for (JsonPointer step = place; !step.matches(); step = step.tail()) {
            if (step.mayMatchElement()) {
                name.append('[').append(step.getMatchingIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step.getMatchingProperty());
            }
        }
        return name.isEmpty() ? "" : name.append(": ").toString();
    }

    /** The line in which each value begins. */
    private Map<JsonPointer, Integer> lines() {
        Map<JsonPointer, Integer> lines = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    lines.put(
                            parser.getParsingContext().pathAsPointer(),
                            parser.currentTokenLocation().getLineNr());
                } else if (token.isStructStart()) {
                    lines.put(
                            parser.getParsingContext().getParent().pathAsPointer(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
