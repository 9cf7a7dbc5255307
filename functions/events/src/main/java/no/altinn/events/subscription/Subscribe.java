package no.altinn.events.subscription;

import no.altinn.events.event.AttributeText;
import no.altinn.events.event.ResourceUrn;
import no.altinn.events.policy.Scopes;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.outbound.EndPointRule;
import no.altinn.platform.register.Register;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Makes subscriptions. Thread-safe. */
public final class Subscribe {
    private static final String BAD_END_POINT =
            "Missing or invalid endpoint to push events towards";

    private final AddSubscription subscriptions;
    private final SubscribePolicy policy;
    private final EndPointRule endPoints;
    private final AppFilters apps;
    private final AlternativeSubject alternatives;
    private final EndPointKeys keys;
    private final ValidateSubscription validation;

    /**
     * Makes subscriptions for these collaborators.
     *
     * @param appsDomain the domain below which apps are, in lower case
     */
    public Subscribe(
            AddSubscription subscriptions,
            SubscribePolicy policy,
            EndPointRule endPoints,
            String appsDomain,
            Register register,
            EndPointKeys keys,
            ValidateSubscription validation) {
        this.subscriptions = subscriptions;
        this.policy = policy;
        this.endPoints = endPoints;
        this.apps = new AppFilters(appsDomain);
        this.alternatives = new AlternativeSubject(register);
        this.keys = keys;
        this.validation = validation;
    }

    /**
     * Makes the subscription, or finds the identical one that the caller has already; an endpoint
     * that has not answered yet is tried from the beginning. A subscription whose consumer fetches
     * the events has no endpoint, and is valid at once.
     *
     * @throws InvalidSubscription if what is asked for cannot be
     * @throws MissingScope if the caller lacks the scope
     * @throws NotAuthorized if the policy does not permit it, or not at the caller's level
     */
    public Subscription subscribe(AltinnToken caller, SubscriptionRequest request) {
        Optional<URI> endPoint = endPoint(request);
        FilterText.require("sourceFilter", request.sourceFilter());
        Optional<URI> source = request.sourceFilter().map(Subscribe::source);
        boolean isForApp = apps.isFor(request.resourceFilter(), source);
        if (!isForApp && !caller.hasScope(Scopes.SUBSCRIBE)) {
            throw new MissingScope(Scopes.SUBSCRIBE);
        }
        FilterText.require("resourceFilter", request.resourceFilter());
        Optional<String> resource = request.resourceFilter().map(Subscribe::resource);
        FilterText.require("subjectFilter", request.subjectFilter());
        FilterText.require("alternativeSubjectFilter", request.alternativeSubjectFilter());
        FilterText.require("typeFilter", request.typeFilter());
        FilterText.requireComparable("Subject", request.subjectFilter());
        FilterText.requireComparable("AlternativeSubject", request.alternativeSubjectFilter());
        FilterText.requireComparable("Type", request.typeFilter());
        Filters filters =
                isForApp
                        ? apps.of(request, resource, source, party(caller, request), caller)
                        : GenericFilters.of(request, resource);
        String consumer = SubscribingConsumer.of(caller);
        policy.require(caller, consumer, filters);
        return add(new NewSubscription(endPoint, filters, consumer));
    }

    private Subscription add(NewSubscription wanted) {
        Subscription subscription = subscriptions.add(wanted);
        keys.begin(subscription);
        return subscription.isValidated() ? subscription : validation.start(subscription);
    }

    /** Where events are to be pushed; empty if the consumer is to fetch them. */
    private Optional<URI> endPoint(SubscriptionRequest request) {
        if (mode(request) == DeliveryMode.PUSH) {
            return Optional.of(endPointOfPush(request));
        }
        if (request.endPoint().isPresent()) {
            throw new InvalidSubscription(
                    "Endpoint is not supported for subscriptions with delivery mode 'pull'.");
        }
        return Optional.empty();
    }

    private static DeliveryMode mode(SubscriptionRequest request) {
        return request.deliveryMode()
                .map(
                        label ->
                                DeliveryMode.of(label)
                                        .orElseThrow(
                                                () ->
                                                        new InvalidSubscription(
                                                                "Delivery mode must be 'push' or"
                                                                        + " 'pull'.")))
                .orElse(DeliveryMode.PUSH);
    }

    private URI endPointOfPush(SubscriptionRequest request) {
        request.endPoint().ifPresent(text -> TextBound.END_POINT.require("endPoint", text));
        Optional<URI> endPoint = request.endPoint().flatMap(Subscribe::uri);
        Optional<String> fault =
                endPoint.isPresent()
                        ? endPoints.fault(endPoint.get())
                        : Optional.of("must be there, and be an absolute URL");
        if (fault.isPresent()) {
            throw new InvalidSubscription(
                    BAD_END_POINT, BAD_END_POINT + ". 'endPoint' " + fault.get() + ".");
        }
        return endPoint.orElseThrow();
    }

    private static URI source(String text) {
        return uri(text)
                .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null)
                .orElseThrow(
                        () ->
                                new InvalidSubscription(
                                        "SourceFilter must be an absolute URL with the https"
                                                + " scheme."));
    }

    private static String resource(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!ResourceUrn.isValid(lower)) {
            throw new InvalidSubscription("Resource filter must be a valid urn");
        }
        return lower;
    }

    private Optional<String> party(AltinnToken caller, SubscriptionRequest request) {
        return request.subjectFilter().isPresent()
                ? Optional.empty()
                : request.alternativeSubjectFilter()
                        .flatMap(subject -> alternatives.party(subject, caller.value()));
    }

    private static Optional<URI> uri(String text) {
        if (!AttributeText.isAllowed(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
