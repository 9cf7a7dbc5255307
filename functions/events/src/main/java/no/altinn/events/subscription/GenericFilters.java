package no.altinn.events.subscription;

import no.altinn.platform.http.Problem;

import java.util.Optional;

/** The rules for subscriptions on any resource but an app. */
final class GenericFilters {
    private GenericFilters() {}

    /**
     * The filters of the subscription.
     *
     * @throws Problem 400 with a text
     */
    static Filters of(SubscriptionRequest request, Optional<String> resource) {
        Filters.Builder filters =
                Filters.onResource(
                        resource.orElseThrow(
                                () -> Problem.text(400, "Resource filter is required.")));
        if (request.sourceFilter().isPresent()) {
            throw Problem.text(
                    400, "Source filter is not supported for subscriptions on this resource.");
        }
        if (request.alternativeSubjectFilter().isPresent()) {
            throw Problem.text(
                    400,
                    "AlternativeSubject filter is not supported for subscriptions on this"
                            + " resource.");
        }
        Subunits.requireSubject(request, request.subjectFilter());
        request.subjectFilter().ifPresent(filters::subject);
        request.typeFilter().ifPresent(filters::type);
        return filters.includeSubunits(request.includeSubunits()).build();
    }
}
