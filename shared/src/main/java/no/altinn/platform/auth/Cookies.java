package no.altinn.platform.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cookies of a request (RFC 6265 §4.2), with large ones put together from their chunks.
 *
 * @param values by name; of two cookies with one name, the first counts
 */
public record Cookies(Map<String, String> values) {
    private static final int MAX_CHUNKS = 16;

    // Repeated headers arrive joined with commas, which no token contains.
    private static final Pattern SEPARATOR = Pattern.compile("[;,]");
    private static final Pattern CHUNKED = Pattern.compile("chunks-([0-9]{1,2})");

    public Cookies {
        values = Map.copyOf(values);
    }

    /** Reads a {@code Cookie} header; what is malformed in it is left out. */
    public static Cookies parse(String header) {
        Map<String, String> values = new HashMap<>();
        SEPARATOR
                .splitAsStream(header)
                .forEach(
                        cookie -> {
                            int equals = cookie.indexOf('=');
                            if (equals > 0) {
                                values.putIfAbsent(
                                        cookie.substring(0, equals).strip(),
                                        unquoted(cookie.substring(equals + 1).strip()));
                            }
                        });
        return new Cookies(values);
    }

    /**
     * The cookie's value: {@code NAME}, or {@code NAMEC1}, {@code NAMEC2} … put together when
     * {@code NAME} says {@code chunks-<count>}. With a chunk missing it is the empty text.
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> whole(name, value));
    }

    private String whole(String name, String value) {
        Matcher chunked = CHUNKED.matcher(value);
        if (!chunked.matches()) {
            return value;
        }
        int count = Integer.parseInt(chunked.group(1));
        boolean complete =
                count <= MAX_CHUNKS
                        && IntStream.rangeClosed(1, count)
                                .allMatch(i -> values.containsKey(name + "C" + i));
        return complete
                ? IntStream.rangeClosed(1, count)
                        .mapToObj(i -> values.get(name + "C" + i))
                        .collect(Collectors.joining())
                : "";
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
