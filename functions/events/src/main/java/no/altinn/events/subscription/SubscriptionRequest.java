package no.altinn.events.subscription;

import no.altinn.platform.http.JsonObject;

import java.util.Optional;

/** The body with which a subscription is asked for. Immutable. */
public final class SubscriptionRequest {
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
        includeSubunits();
    }

    public Optional<String> endPoint() {
        return body.text("endPoint");
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

    /** Whether events about sub-units are wanted too. */
    public boolean includeSubunits() {
        return body.flag("includeSubunits");
    }
}
