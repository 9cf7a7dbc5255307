package no.altinn.local.host.route;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A route template as ASP.NET reads it: literals without case, {@code {x}}, {@code {x:int}}, {@code
 * {x?}} and {@code {*rest}}. Immutable.
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
                        : Arrays.stream(trimmed.split("/", -1)).map(RouteSegment::parse).toList();
        requireOpenOnlyAtTheEnd(template, segments);
        requireDistinctNames(template, segments);
        return new RouteTemplate(segments);
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
            if (segments.get(i) instanceof RouteSegment.CatchAll all) {
                values.put(all.name(), path.rest(i));
                return Optional.of(values);
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
