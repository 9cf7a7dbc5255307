package no.altinn.platform.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client would like to be answered with: an {@code Accept} header (RFC 9110 §12.5.1).
 * Immutable.
 *
 * @param ranges in the order sent
 */
public record Accept(List<Range> ranges) {
    private static final int MAX_LENGTH = 1000;
    private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

    /**
     * A media range.
     *
     * @param name a media type in lower case, or one with {@code *} for its subtype or both
     * @param quality 0 (not at all) to 1
     */
    public record Range(String name, double quality) {
        /** How closely the range describes the type: 3 by name, 2 by family, 1 as anything. */
        private int closeness(MediaType type) {
            if (name.equals(type.name())) {
                return 3;
            }
            String family = type.name().substring(0, type.name().indexOf('/') + 1);
            if (name.equals(family + "*")) {
                return 2;
            }
            return name.equals("*/*") ? 1 : 0;
        }
    }

    public Accept {
        ranges = List.copyOf(ranges);
    }

    /** Reads the header's value; what is malformed in it, or all of an endless one, is ignored. */
    public static Accept parse(String header) {
        if (header.length() > MAX_LENGTH) {
            return new Accept(List.of());
        }
        return new Accept(
                Arrays.stream(header.split(",", -1))
                        .flatMap(element -> range(element).stream())
                        .toList());
    }

    private static Optional<Range> range(String element) {
        String[] parts = element.split(";", -1);
        String name = parts[0].strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String quality =
                Arrays.stream(parts)
                        .skip(1)
                        .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT))
                        .filter(parameter -> parameter.startsWith("q="))
                        .map(parameter -> parameter.substring(2))
                        .findFirst()
                        .orElse("1");
        return QUALITY.matcher(quality).matches()
                ? Optional.of(new Range(name, Double.parseDouble(quality)))
                : Optional.empty();
    }

    /** How much the client would like this type: 0 (not at all) to 1. */
    public double quality(MediaType type) {
        int closest = 0;
        double quality = 0;
        for (Range range : ranges) {
            int closeness = range.closeness(type);
            if (closeness > closest) {
                closest = closeness;
                quality = range.quality();
            }
        }
        return quality;
    }

    /**
     * Whether the client names this very type as one that it takes; no range with {@code *} does.
     */
    public boolean names(MediaType type) {
        return ranges.stream()
                .anyMatch(range -> range.name().equals(type.name()) && range.quality() > 0);
    }

    /** Whether the client would rather have the first type; of two that it likes alike, not. */
    public boolean prefers(MediaType first, MediaType second) {
        return quality(first) > quality(second);
    }
}
