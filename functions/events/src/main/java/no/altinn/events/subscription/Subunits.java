package no.altinn.events.subscription;

import java.util.Optional;

/** The rule that sub-units are those of somebody. */
final class Subunits {
    private Subunits() {}

    static void requireSubject(SubscriptionRequest request, Optional<String> subject) {
        if (request.includeSubunits() && subject.isEmpty()) {
            throw new InvalidSubscription("IncludeSubunits requires a subject filter.");
        }
    }
}
