package no.altinn.events.subscription;

import no.altinn.events.event.AttributeText;

import java.util.Optional;

/** The rules for the texts of filters. What one filter alone must be is checked after them. */
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

    /**
     * Checks a filter that is compared with an attribute as it is, if there is one.
     *
     * @param name the filter's name in a message
     * @throws InvalidSubscription if no attribute can equal it
     */
    static void requireComparable(String name, Optional<String> filter) {
        if (filter.filter(String::isBlank).isPresent()) {
            throw new InvalidSubscription("%s filter must not be an empty string.".formatted(name));
        }
        if (!filter.map(AttributeText::isAllowed).orElse(true)) {
            throw new InvalidSubscription("%s filter %s".formatted(name, AttributeText.RULE));
        }
    }
}
