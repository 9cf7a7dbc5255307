package no.altinn.events.subscription;

import java.util.Optional;

/** The rules for subscriptions on any resource but an app. */
final class GenericFilters {
    private GenericFilters() {}

    /**
     * The filters of the subscription.
     *
     * @throws InvalidSubscription if they cannot be
     */
    static Filters of(SubscriptionRequest request, Optional<String> resource) {
        Filters.Builder filters =
                Filters.onResource(
                        resource.orElseThrow(
                                () -> new InvalidSubscription("Resource filter is required.")));
        if (request.sourceFilter().isPresent()) {
            throw new InvalidSubscription(
                    "Source filter is not supported for subscriptions on this resource.");
        }
        if (request.alternativeSubjectFilter().isPresent()) {
            throw new InvalidSubscription(
                    "AlternativeSubject filter is not supported for subscriptions on this"
                            + " resource.");
        }
        Subunits.requireSubject(request, request.subjectFilter());
        request.subjectFilter().ifPresent(filters::subject);
        request.typeFilter().ifPresent(filters::type);
        request.filters().ifPresent(filters::conditions);
        return filters.includeSubunits(request.includeSubunits()).build();
    }
}
