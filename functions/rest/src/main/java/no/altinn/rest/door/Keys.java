package no.altinn.rest.door;

import no.altinn.platform.http.Request;
import no.altinn.rest.application.Application;
import no.altinn.rest.application.KnownApplications;
import no.altinn.rest.representation.Negotiation;

import java.util.Optional;

/** The ApiKey of requests (rest-api.md §1). Thread-safe. */
final class Keys {
    private static final String HEADER = "ApiKey";

    private final KnownApplications applications;

    Keys(KnownApplications applications) {
        this.applications = applications;
    }

    /**
     * What a request shows.
     *
     * @param wasSent whether there is a key, known or not; an empty one is none
     */
    record Shown(boolean wasSent, Optional<Application> application) {}

    Shown shown(Request request) {
        Optional<String> key =
                request.header(HEADER).map(String::strip).filter(text -> !text.isEmpty());
        return new Shown(key.isPresent(), key.flatMap(applications::ofKey));
    }

    /**
     * Requires the grant that a route needs. A page needs no key to be shown.
     *
     * @throws RestError 400 if there is no key; 403 if it lacks the grant
     */
    static void require(Route route, Request request, Shown shown) {
        if (route.key().isEmpty()) {
            return;
        }
        boolean isRead = isRead(request.method());
        if (!shown.wasSent()) {
            if (isRead && Negotiation.isBrowser(request.header("Accept").orElse(""))) {
                return;
            }
            throw RestError.badRequest("Required header 'ApiKey' is missing.");
        }
        String grant = route.key().get().grant(isRead);
        if (shown.application().filter(its -> its.grants().contains(grant)).isEmpty()) {
            throw RestError.forbidden("The API key is not authorized for this operation");
        }
    }

    /** Whether a method changes nothing. */
    static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
