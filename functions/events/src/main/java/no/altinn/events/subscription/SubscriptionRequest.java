package no.altinn.events.subscription;

import no.altinn.events.filter.FilterList;
import no.altinn.events.filter.InvalidFilter;
import no.altinn.platform.http.JsonObject;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The body with which a subscription is asked for. Immutable. */
public final class SubscriptionRequest {
    private static final String FILTERS = "filters";

    /** What a subscription has, in requests or in answers. */
    private static final Set<String> MEMBERS =
            Set.of(
                    "endPoint",
                    "sourceFilter",
                    "resourceFilter",
                    "subjectFilter",
                    "alternativeSubjectFilter",
                    "typeFilter",
                    FILTERS,
                    "includeSubunits",
                    "deliveryMode",
                    // Clients may send back what they were answered.
                    "id",
                    "consumer",
                    "createdBy",
                    "created",
                    "validated");

    private final JsonObject body;

    private SubscriptionRequest(JsonObject body) {
        this.body = body;
    }

    /**
     * Reads the body. A body that is no JSON object, or has a property of another type, is refused
     * by {@link JsonObject}.
     */
    public static SubscriptionRequest read(String json) {
        SubscriptionRequest request = new SubscriptionRequest(JsonObject.read(json));
        request.checkTypes();
        return request;
    }

    private void checkTypes() {
        endPoint();
        sourceFilter();
        resourceFilter();
        subjectFilter();
        alternativeSubjectFilter();
        typeFilter();
        body.list(FILTERS);
        includeSubunits();
        deliveryMode();
    }

    /** The names of the properties that no subscription has, in the order sent. */
    public List<String> unknownMembers() {
        return body.namesBut(MEMBERS);
    }

    public Optional<String> endPoint() {
        return body.text("endPoint");
    }

    /** How events are to reach the consumer. */
    public Optional<String> deliveryMode() {
        return body.text("deliveryMode");
    }

    public Optional<String> sourceFilter() {
        return body.text("sourceFilter");
    }

    public Optional<String> resourceFilter() {
        return body.text("resourceFilter");
    }

    public Optional<String> subjectFilter() {
        return body.text("subjectFilter");
    }

    public Optional<String> alternativeSubjectFilter() {
        return body.text("alternativeSubjectFilter");
    }

    public Optional<String> typeFilter() {
        return body.text("typeFilter");
    }

    /**
     * What an event's attributes must fulfil.
     *
     * @throws InvalidSubscription if a filter is none, or they are beyond a bound
     */
    public Optional<FilterList> filters() {
        try {
            return body.list(FILTERS).flatMap(FilterList::read);
        } catch (InvalidFilter e) {
            throw new InvalidSubscription(e.getMessage(), e.detail());
        }
    }

    /** Whether events about sub-units are wanted too. */
    public boolean includeSubunits() {
        return body.flag("includeSubunits");
    }
}
