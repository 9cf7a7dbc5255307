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

    /** What a request shows. The application is looked up when it is asked for. One thread. */
    final class Shown {
        private final Optional<String> key;
        private Optional<Application> application = Optional.empty();
        private boolean isLookedUp;

        private Shown(Optional<String> key) {
            this.key = key;
        }

        /** Whether there is a key, known or not; an empty one is none. */
        boolean wasSent() {
            return key.isPresent();
        }

        /** Whose key it is; empty for none that is known. */
        Optional<Application> application() {
            if (!isLookedUp) {
                application = key.flatMap(applications::ofKey);
                isLookedUp = true;
            }
            return application;
        }

        /** The id of the application, if it has been looked up. */
        Optional<String> knownId() {
            return application.map(Application::id);
        }
    }

    Shown shown(Request request) {
        return new Shown(request.header(HEADER).map(String::strip).filter(text -> !text.isEmpty()));
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
