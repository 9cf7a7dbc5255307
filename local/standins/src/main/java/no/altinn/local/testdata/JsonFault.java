package no.altinn.local.testdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import java.util.Objects;
import java.util.stream.Collectors;

/** Tells the writer of a file what the parser found wrong in it, without the parser's own terms. */
final class JsonFault {
    private static final int MOST_CHARACTERS = 500;

    private JsonFault() {}

    static MalformedFile of(JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        return new MalformedFile(line, line(place(e) + reason(e)), e);
    }

    /** The text in one line of a bounded length. */
    static String line(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.substring(0, Math.min(MOST_CHARACTERS, line.length()));
    }

    /** Such as {@code rules[2].caller: }. */
    private static String place(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        String path =
                mapping.getPath().stream()
                        .map(
                                step ->
                                        step.getFieldName() == null
                                                ? "[" + step.getIndex() + "]"
                                                : "." + step.getFieldName())
                        .collect(Collectors.joining());
        return (path.startsWith(".") ? path.substring(1) : path) + ": ";
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "there is no such member, but "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Objects::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        // A value that refuses itself says why.
        return e.getCause() instanceof IllegalArgumentException refused
                ? String.valueOf(refused.getMessage())
                // What follows tells which switch of the parser or which object is at fault.
                : e.getOriginalMessage().split("; `| \\(start marker at | \\(for ", 2)[0];
    }
}
