package no.altinn.rest.representation;

import no.altinn.platform.http.Accept;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which representation a client gets (rest-api.md §2): it always gets one. */
public final class Negotiation {
    private static final String HTML = "text/html";

    private static final Map<String, Format> NAMES =
            Map.of(
                    "application/hal+json",
                    Format.HAL_JSON,
                    "application/hal+xml",
                    Format.HAL_XML,
                    "application/json",
                    Format.JSON,
                    "text/json",
                    Format.JSON,
                    "application/xml",
                    Format.XML,
                    "text/xml",
                    Format.XML,
                    HTML,
                    Format.HAL_JSON,
                    "application/*+json",
                    Format.HAL_JSON);

    private Negotiation() {}

    /**
     * The representation that a client likes best of those that it names, and the first of those
     * that it likes alike; JSON if it names none.
     *
     * @param accept the value of the header {@code Accept}, empty for none
     */
    public static Format of(String accept) {
        return Accept.parse(accept).ranges().stream()
                .filter(range -> range.quality() > 0 && NAMES.containsKey(range.name()))
                // Stable, and only a better one comes first.
                .sorted(Comparator.comparingDouble(Accept.Range::quality).reversed())
                .findFirst()
                .map(range -> NAMES.get(range.name()))
                .orElse(Format.JSON);
    }

    /** Whether the client is a browser that shows a page: it names {@code text/html}. */
    public static boolean isBrowser(String accept) {
        return Accept.parse(accept).ranges().stream()
                .anyMatch(range -> range.name().equals(HTML) && range.quality() > 0);
    }

    /** The representation that a body of this media type is in, in lower case. */
    static Optional<Format> named(String mediaType) {
        return Optional.of(mediaType.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals(HTML) && !name.contains("*"))
                .map(NAMES::get);
    }
}
