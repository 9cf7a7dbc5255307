package no.altinn.rest.door;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a route below {@code api/}: texts, which match in any case; parts in braces, which
 * match one segment; {@code {*rest}} at the end, which matches all that is left. Immutable.
 */
final class Template implements Comparable<Template> {
    /** The part that stands for the party on whose behalf is called. */
    static final String WHO = "who";

    private static final Pattern REPORTEE = Pattern.compile("(?i)my|[0-9]{9}|r[0-9]{1,10}");

    private final String text;
    private final List<Segment> segments;

    /** The kinds of segments, the most particular first. */
    private enum Kind {
        LITERAL,
        WHO,
        ANY,
        REST
    }

    private record Segment(Kind kind, String name) {
        static Segment of(String text) {
            if (!text.startsWith("{")) {
                return new Segment(Kind.LITERAL, text);
            }
            String name = text.substring(1, text.length() - 1);
            if (name.startsWith("*")) {
                return new Segment(Kind.REST, name.substring(1));
            }
            return new Segment(name.equals(WHO) ? Kind.WHO : Kind.ANY, name);
        }

        boolean matches(String segment) {
            return switch (kind) {
                case LITERAL -> name.equalsIgnoreCase(segment);
                case WHO -> REPORTEE.matcher(segment).matches();
                case ANY, REST -> true;
            };
        }
    }

    private Template(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /** A template as routes name it; an empty one is {@code api/} itself. */
    static Template of(String text) {
        return new Template(text, split(text).stream().map(Segment::of).toList());
    }

    /** A path cut at its slashes, runs of which count as one. */
    static List<String> split(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    /**
     * What the parts in braces stand for, if the path is of this form.
     *
     * @param path the segments, decoded
     */
    Optional<Map<String, String>> match(List<String> path) {
        return fits(path) ? Optional.of(values(path)) : Optional.empty();
    }

    private boolean fits(List<String> path) {
        int fixed = takesRest() ? segments.size() - 1 : segments.size();
        if (path.size() < fixed || (path.size() > fixed && !takesRest())) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!segments.get(i).matches(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Map<String, String> values(List<String> path) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            switch (segment.kind()) {
                case LITERAL -> {
                    // It stands for itself.
                }
                case WHO, ANY -> values.put(segment.name(), path.get(i));
                case REST ->
                        values.put(segment.name(), String.join("/", path.subList(i, path.size())));
            }
        }
        return values;
    }

    private boolean takesRest() {
        return !segments.isEmpty() && segments.get(segments.size() - 1).kind() == Kind.REST;
    }

    /** Whether the path names the party on whose behalf is called. */
    boolean namesReportee() {
        return segments.stream().anyMatch(segment -> segment.kind() == Kind.WHO);
    }

    /** The more particular of two templates of one path comes first. */
    @Override
    public int compareTo(Template other) {
        int both = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < both; i++) {
            int difference = segments.get(i).kind().compareTo(other.segments.get(i).kind());
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(segments.size(), other.segments.size());
    }

    @Override
    public String toString() {
        return text;
    }
}
