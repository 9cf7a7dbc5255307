package no.altinn.events.subscription;

import java.util.Optional;

/** The rules for the text of every filter. What one filter alone must be is checked after them. */
final class FilterText {
    private FilterText() {}

    /**
     * Checks a filter that a caller sent, if there is one.
     *
     * @param property the name of the property that holds it
     * @throws InvalidSubscription if it cannot be a filter
     */
    static void require(String property, Optional<String> filter) {
        filter.ifPresent(text -> TextBound.FILTER.require(property, text));
    }
}
