package no.altinn.local.host.route;

import java.util.ArrayList;
import java.util.List;

/**
 * A request's path, decoded and cut at its slashes. Immutable.
 *
 * @param segments the texts between the slashes; a slash at the end makes no segment
 * @param endsWithSlash whether there was one
 */
public record RequestPath(List<String> segments, boolean endsWithSlash) {
    /** The segments of a raw path; dot segments are resolved. */
    public static RequestPath of(String rawPath) {
        String path = PercentDecoding.path(rawPath);
        List<String> segments = new ArrayList<>();
        int start = path.startsWith("/") ? 1 : 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            append(segments, path.substring(start, end));
            start = end + 1;
        }
        return new RequestPath(segments, path.length() > 1 && path.endsWith("/"));
    }

    private static void append(List<String> segments, String segment) {
        if (segment.equals("..")) {
            if (!segments.isEmpty()) {
                segments.remove(segments.size() - 1);
            }
        } else if (!segment.equals(".")) {
            segments.add(segment);
        }
    }

    /** Everything from a segment on, with the slashes. */
    String rest(int from) {
        String rest = String.join("/", segments.subList(from, segments.size()));
        return endsWithSlash ? rest + "/" : rest;
    }
}
