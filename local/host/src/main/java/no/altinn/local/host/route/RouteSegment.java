package no.altinn.local.host.route;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of a route template between two slashes. */
sealed interface RouteSegment {
    /** Text around at most one parameter in braces. */
    Pattern FORM =
            Pattern.compile("([^{}]*)\\{(\\*{0,2})([^{}*:?=]+)((?::[^{}:?]+)*)(\\?)?\\}([^{}]*)");

    /** Text, compared without case. */
    record Literal(String text) implements RouteSegment {}

    /**
     * A parameter, with the text that stands before and after it in the same segment.
     *
     * @param constraints all of which a value must meet
     */
    record Parameter(
            String prefix,
            String name,
            List<RouteConstraint> constraints,
            boolean optional,
            String suffix)
            implements RouteSegment {
        /** The parameter's value if the segment is of this form. */
        Optional<String> value(String segment) {
            int end = segment.length() - suffix.length();
            if (end <= prefix.length()
                    || !segment.regionMatches(true, 0, prefix, 0, prefix.length())
                    || !segment.regionMatches(true, end, suffix, 0, suffix.length())) {
                return Optional.empty();
            }
            return Optional.of(segment.substring(prefix.length(), end))
                    .filter(value -> constraints.stream().allMatch(c -> c.accepts(value)));
        }
    }

    /**
     * A parameter that takes all the rest of the path, which may be nothing.
     *
     * @param constraints all of which the rest must meet; nothing at all meets none
     */
    record CatchAll(String name, List<RouteConstraint> constraints) implements RouteSegment {
        boolean accepts(String rest) {
            return constraints.isEmpty()
                    || (!rest.isEmpty() && constraints.stream().allMatch(c -> c.accepts(rest)));
        }
    }

    /**
     * Reads one segment of a template.
     *
     * @throws IllegalArgumentException if it is malformed, or has two parameters or a default
     */
    static RouteSegment parse(String text) {
        if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
            return new Literal(text);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no route segment that this host knows".formatted(text));
        }
        boolean alone = form.group(1).isEmpty() && form.group(6).isEmpty();
        boolean optional = form.group(5) != null;
        boolean catchAll = !form.group(2).isEmpty();
        if (!alone && (optional || catchAll)) {
            throw new IllegalArgumentException(
                    "\"%s\" is optional, so it must stand alone".formatted(text));
        }
        return catchAll
                ? new CatchAll(form.group(3), constraints(form.group(4)))
                : new Parameter(
                        form.group(1),
                        form.group(3),
                        constraints(form.group(4)),
                        optional,
                        form.group(6));
    }

    private static List<RouteConstraint> constraints(String text) {
        return Arrays.stream(text.split(":", -1)).skip(1).map(RouteConstraint::parse).toList();
    }
}
