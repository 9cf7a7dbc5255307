package no.altinn.local.webhooks;

import no.altinn.local.host.route.Router;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A route of the receiver that fits a request.
 *
 * @param name 1 to 200 letters, digits, dots, hyphens, underscores and tildes; empty for the
 *     overview
 */
record WebhookRoute(Action action, String name) {
    /** What a request asks for. */
    enum Action {
        OVERVIEW,
        LIST,
        FORGET,
        SHOW_BEHAVIOUR,
        BEHAVE,
        EMPTY,
        FAIL,
        RECEIVE
    }

    private static final String WEBHOOK = "webhooks/{name}";
    private static final Router<Action> ROUTES =
            Router.<Action>builder()
                    .add("GET", "webhooks", Action.OVERVIEW)
                    .add("GET", WEBHOOK + "/behaviour", Action.SHOW_BEHAVIOUR)
                    .add("PUT", WEBHOOK + "/behaviour", Action.BEHAVE)
                    .add("POST", WEBHOOK + "/empty", Action.EMPTY)
                    .add("POST", WEBHOOK + "/fail", Action.FAIL)
                    .add("GET", WEBHOOK, Action.LIST)
                    .add("DELETE", WEBHOOK, Action.FORGET)
                    .addAny(WEBHOOK, Action.RECEIVE)
                    .build();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,200}");

    /**
     * Finds the route of a request; empty if the request is not the receiver's.
     *
     * @param rawPath the request's path as sent
     */
    static Optional<WebhookRoute> find(String method, String rawPath) {
        return ROUTES.find(method, rawPath)
                .map(
                        match ->
                                new WebhookRoute(
                                        match.target(), match.values().getOrDefault("name", "")))
                .filter(
                        route ->
                                route.action == Action.OVERVIEW
                                        || NAME.matcher(route.name).matches());
    }
}
