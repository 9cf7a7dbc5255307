package no.altinn.events.subscription;

import no.altinn.events.event.AppSource;
import no.altinn.events.event.ResourceUrn;
import no.altinn.platform.auth.AltinnToken;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The rules for subscriptions on apps. */
final class AppFilters {
    private final String appsDomain;

    AppFilters(String appsDomain) {
        this.appsDomain = appsDomain;
    }

    /** Whether the filters ask for an app's events. */
    boolean isFor(Optional<String> resource, Optional<URI> source) {
        return resource.filter(ResourceUrn::isApp).isPresent()
                || source.map(URI::getHost).filter(this::isOnAppsDomain).isPresent();
    }

    private boolean isOnAppsDomain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals(appsDomain) || lower.endsWith("." + appsDomain);
    }

    /**
     * The filters of a subscription on an app.
     *
     * @param party the subject that the alternative subject was found to be
     * @param caller only a service owner may leave out the subject
     * @throws InvalidSubscription if they cannot be
     */
    static Filters of(
            SubscriptionRequest request,
            Optional<String> resource,
            Optional<URI> source,
            Optional<String> party,
            AltinnToken caller) {
        Optional<String> alternative = request.alternativeSubjectFilter();
        Optional<String> subject = request.subjectFilter().or(() -> party);
        if (subject.isEmpty() && (alternative.isPresent() || caller.org().isEmpty())) {
            throw new InvalidSubscription(
                    "A valid subject to the authenticated identity is required");
        }
        Subunits.requireSubject(request, subject);
        SubscribingConsumer.of(caller);
        Optional<String> ofSource = source.map(AppFilters::resourceOf);
        if (ofSource.isPresent() && resource.isPresent() && !resource.equals(ofSource)) {
            throw new InvalidSubscription(
                    "Provided resource filter and source filter are not compatible");
        }
        Filters.Builder filters = Filters.onResource(resource.or(() -> ofSource).orElseThrow());
        source.ifPresent(filters::source);
        subject.ifPresent(filters::subject);
        alternative.ifPresent(filters::alternativeSubject);
        request.typeFilter().ifPresent(filters::type);
        return filters.includeSubunits(request.includeSubunits()).build();
    }

    private static String resourceOf(URI source) {
        return AppSource.of(source)
                .filter(app -> source.getRawPath().equals("/" + app.org() + "/" + app.app()))
                .map(app -> ResourceUrn.ofApp(app.org(), app.app()).toLowerCase(Locale.ROOT))
                .filter(ResourceUrn::isValid)
                .orElseThrow(
                        () ->
                                new InvalidSubscription(
                                        "A valid app id is required in source filter"
                                                + " {environment}/{org}/{app}"));
    }
}
