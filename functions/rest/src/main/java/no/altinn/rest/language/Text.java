package no.altinn.rest.language;

/**
 * A text in three languages.
 *
 * @param en English
 * @param nb Norwegian Bokmål
 * @param nn Norwegian Nynorsk
 */
public record Text(String en, String nb, String nn) {
    /** The same text in every language. */
    public static Text same(String text) {
        return new Text(text, text, text);
    }

    /** The text in one language. */
    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> en;
            case BOKMAAL -> nb;
            case NYNORSK -> nn;
        };
    }
}
