package no.altinn.local.host.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A route template as ASP.NET reads it: literals without case, {@code {x}}, {@code {x:int}}, {@code
 * {x?}} and {@code {*rest}}. No template fits a path with an empty segment, but for one inside what
 * a catch-all takes. Immutable.
 */
public final class RouteTemplate {
    private final List<RouteSegment> segments;

    private RouteTemplate(List<RouteSegment> segments) {
        this.segments = segments;
    }

    /**
     * Reads a template.
     *
     * @param template without a leading slash; empty for the root
     * @throws IllegalArgumentException if this host cannot match it
     */
    public static RouteTemplate parse(String template) {
        String trimmed =
                template.endsWith("/") ? template.substring(0, template.length() - 1) : template;
        List<RouteSegment> segments =
                trimmed.isEmpty()
                        ? List.of()
                        : split(trimmed).stream().map(RouteSegment::parse).toList();
        requireOpenOnlyAtTheEnd(template, segments);
        requireDistinctNames(template, segments);
        return new RouteTemplate(segments);
    }

    /** Cuts at slashes; one in braces belongs to a constraint. */
    private static List<String> split(String template) {
        List<String> segments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < template.length(); i++) {
            switch (template.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case '/' -> {
                    if (depth == 0) {
                        segments.add(template.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {
                    // Part of the segment.
                }
            }
        }
        segments.add(template.substring(start));
        return segments;
    }

    private static void requireOpenOnlyAtTheEnd(String template, List<RouteSegment> segments) {
        if (segments.stream()
                .limit(Math.max(0, segments.size() - 1L))
                .anyMatch(RouteTemplate::isOpen)) {
            throw new IllegalArgumentException(
                    "only the last segment may be optional or catch all: " + template);
        }
    }

    private static void requireDistinctNames(String template, List<RouteSegment> segments) {
        Set<String> seen = new HashSet<>();
        for (RouteSegment segment : segments) {
            if (segment instanceof RouteSegment.Parameter parameter
                    && !seen.add(parameter.name())) {
                throw new IllegalArgumentException("a parameter occurs twice: " + template);
            }
        }
    }

    private static boolean isOpen(RouteSegment segment) {
        return segment instanceof RouteSegment.CatchAll
                || (segment instanceof RouteSegment.Parameter parameter && parameter.optional());
    }

    /** The parameters' values if the path is of this form; absent optional ones are left out. */
    public Optional<Map<String, String>> match(RequestPath path) {
        int present = path.segments().size();
        boolean open = !segments.isEmpty() && isOpen(segments.get(segments.size() - 1));
        if (present < segments.size() - (open ? 1 : 0)) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (i < present && path.segments().get(i).isEmpty()) {
                // As ASP.NET has it: what a catch-all begins with is no exception.
                return Optional.empty();
            }
            if (segments.get(i) instanceof RouteSegment.CatchAll all) {
                String rest = path.rest(i);
                values.put(all.name(), rest);
                return all.accepts(rest) ? Optional.of(values) : Optional.empty();
            }
            if (i < present && !matches(segments.get(i), path.segments().get(i), values)) {
                return Optional.empty();
            }
        }
        return present > segments.size() ? Optional.empty() : Optional.of(values);
    }

    private static boolean matches(RouteSegment segment, String text, Map<String, String> values) {
        if (segment instanceof RouteSegment.Parameter parameter) {
            Optional<String> value = parameter.value(text);
            value.ifPresent(found -> values.put(parameter.name(), found));
            return value.isPresent();
        }
        return segment instanceof RouteSegment.Literal literal
                && literal.text().equalsIgnoreCase(text);
    }
}
