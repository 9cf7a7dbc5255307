package no.altinn.rest.endpoint.openapi;

import no.altinn.rest.door.Route;

import java.util.List;
import java.util.Locale;

/** Whom a document is for. */
public enum Part {
    /** Everybody but service owners. */
    USERS("users"),
    /** Service owners: what is below {@code serviceowner}. */
    SERVICE_OWNERS("serviceowners");

    private static final String OWNERS = "serviceowner/";

    private final String title;

    Part(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The part whose document a route stands in. */
    static Part of(Route route) {
        return route.template().toLowerCase(Locale.ROOT).startsWith(OWNERS)
                ? SERVICE_OWNERS
                : USERS;
    }

    List<Route> of(List<Route> routes) {
        return routes.stream().filter(route -> of(route) == this).toList();
    }
}
