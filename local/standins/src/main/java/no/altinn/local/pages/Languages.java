package no.altinn.local.pages;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages of the start page. */
final class Languages {
    private static final String ENGLISH = "en";

    /** What the page has, by what browsers call it. */
    private static final Map<String, String> KNOWN =
            Map.of("nb", "nb", "nn", "nb", "no", "nb", ENGLISH, ENGLISH);

    private Languages() {}

    /**
     * The language that a reader likes best of those there are: {@code nb} or {@code en}.
     *
     * @param acceptLanguage the header (RFC 9110 §12.5.4); what is malformed counts as English
     */
    static String preferred(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .flatMap(name -> Optional.ofNullable(KNOWN.get(name)).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
