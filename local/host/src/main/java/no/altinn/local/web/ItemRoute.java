package no.altinn.local.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method on paths that differ in one segment.
 *
 * @param path matches whole paths; its only group is the segment
 */
record ItemRoute(String method, Pattern path, ItemEndpoint endpoint) {
    private static final String SEGMENT = "{}";

    /** Reads a path that has {@code {}} in the place of the segment. */
    static ItemRoute of(String method, String path, ItemEndpoint endpoint) {
        int segment = path.indexOf(SEGMENT);
        if (segment < 0) {
            throw new IllegalArgumentException(path + " has no segment that varies");
        }
        String before = path.substring(0, segment);
        String after = path.substring(segment + SEGMENT.length());
        return new ItemRoute(
                method,
                Pattern.compile(
                        Pattern.quote(before) + "([^/]+)" + Pattern.quote(after) + "/?",
                        Pattern.CASE_INSENSITIVE),
                endpoint);
    }

    /** What answers a request to a path; empty for a path or method that is not this one's. */
    Optional<Endpoint> match(String requestMethod, String requestPath) {
        Matcher matcher = path.matcher(requestPath);
        return method.equals(requestMethod) && matcher.matches()
                ? Optional.of(request -> endpoint.answer(request, matcher.group(1)))
                : Optional.empty();
    }
}
