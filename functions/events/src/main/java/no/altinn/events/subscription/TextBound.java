package no.altinn.events.subscription;

import java.net.URI;

/**
 * How long the texts of a subscription may be, in UTF-16 characters. An earlier version stored
 * texts of any length: a store cuts them as it reads them, so that no stored subscription takes
 * more memory than a new one may.
 */
public enum TextBound {
    /** The bound of an endpoint: 2 048. */
    END_POINT(2_048),

    /** The bound of each filter: 1 024. */
    FILTER(1_024);

    /** So that what is cut stays longer than the bound, even without half an escape at its end. */
    private static final int BEYOND = 16;

    private final int most;

    TextBound(int most) {
        this.most = most;
    }

    /**
     * Checks a text that a caller sent.
     *
     * @param property the name of the property that holds it
     * @throws InvalidSubscription if it is too long
     */
    void require(String property, String text) {
        if (!holds(text)) {
            throw new InvalidSubscription(
                    "%s must not be longer than %d characters.".formatted(property, most));
        }
    }

    /** Whether the text is not too long. */
    boolean holds(String text) {
        return text.length() <= most;
    }

    /** A stored text; of a text that is too long the beginning, which is still too long. */
    public String cut(String stored) {
        return stored.length() <= most + BEYOND ? stored : stored.substring(0, most + BEYOND);
    }

    /**
     * A stored URI; of a URI that is too long the beginning, which is still too long.
     *
     * @throws IllegalArgumentException if it is no URI
     */
    public URI cutUri(String stored) {
        String text = cut(stored);
        // The cut may have left half an escape.
        while (text.length() < stored.length() && text.length() > most + 1 && !isUri(text)) {
            text = text.substring(0, text.length() - 1);
        }
        return URI.create(text);
    }

    private static boolean isUri(String text) {
        try {
            URI.create(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
