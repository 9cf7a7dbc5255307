package no.altinn.events.subscription;

import no.altinn.events.event.ResourceUrn;
import no.altinn.platform.auth.AltinnToken;

import java.net.URI;
import java.util.Optional;

/** The rules for subscriptions on apps. */
final class AppFilters {
    private static final String NO_SUBJECT =
            "A valid subject to the authenticated identity is required";

    private final AppSourceFilter sources;

    AppFilters(String appsDomain) {
        this.sources = new AppSourceFilter(appsDomain);
    }

    /** Whether the filters ask for an app's events. */
    boolean isFor(Optional<String> resource, Optional<URI> source) {
        return resource.filter(ResourceUrn::isApp).isPresent()
                || source.map(URI::getHost).filter(sources::isOnAppsDomain).isPresent();
    }

    /**
     * The filters of a subscription on an app.
     *
     * @param party the subject that the alternative subject was found to be
     * @param caller only a service owner may leave out the subject
     * @throws InvalidSubscription if they cannot be
     */
    Filters of(
            SubscriptionRequest request,
            Optional<String> resource,
            Optional<URI> source,
            Optional<String> party,
            AltinnToken caller) {
        Optional<String> alternative = request.alternativeSubjectFilter();
        Optional<String> subject = request.subjectFilter().or(() -> party);
        if (subject.isEmpty() && (alternative.isPresent() || caller.org().isEmpty())) {
            throw new InvalidSubscription(NO_SUBJECT, NO_SUBJECT + ". " + missing(alternative));
        }
        Subunits.requireSubject(request, subject);
        SubscribingConsumer.of(caller);
        Optional<String> ofSource = source.map(sources::resource);
        if (ofSource.isPresent() && resource.isPresent() && !resource.equals(ofSource)) {
            throw new InvalidSubscription(
                    "Provided resource filter and source filter are not compatible");
        }
        Filters.Builder filters = Filters.onResource(resource.or(() -> ofSource).orElseThrow());
        source.ifPresent(filters::source);
        subject.ifPresent(filters::subject);
        alternative.ifPresent(filters::alternativeSubject);
        request.typeFilter().ifPresent(filters::type);
        request.filters().ifPresent(filters::conditions);
        return filters.includeSubunits(request.includeSubunits()).build();
    }

    private static String missing(Optional<String> alternative) {
        return alternative.isPresent()
                ? "'alternativeSubjectFilter' names no party: it must be /org/, /organisation/ or"
                        + " /person/ with a number that the register knows."
                : "A caller without service owner's rights (the claim 'urn:altinn:org') must set"
                        + " 'subjectFilter'.";
    }
}
