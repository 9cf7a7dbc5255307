package no.altinn.rest.endpoint.openapi;

import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Route;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a request differs from one that is let in. Immutable.
 *
 * @param headers an empty one is left out
 */
record Change(String who, Map<String, String> headers, String body) {
    static Change none() {
        return new Change("my", Map.of(), "");
    }

    static Change with(String header, String value) {
        return none().and(header, value);
    }

    static Change without(String header) {
        return with(header, "");
    }

    static Change who(String who) {
        return new Change(who, Map.of(), "");
    }

    Change and(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Change(who, more, body);
    }

    Change sending(String text) {
        return new Change(who, headers, text);
    }

    /** Asks a route, with any texts for the parts of its address. */
    void ask(DoorBed door, Route route) {
        ask(door, route, "");
    }

    /**
     * The same with a query.
     *
     * @param query with its question mark, or empty
     */
    void ask(DoorBed door, Route route, String query) {
        String path = route.template().replace("{who}", who).replaceAll("\\{[^}]*}", "1");
        DoorBed.Asked asked =
                door.ask(route.method(), path + query)
                        .with("PlatformAccessToken", "a token")
                        .with("Content-Type", "application/json")
                        .sending(body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            asked =
                    header.getValue().isEmpty()
                            ? asked.without(header.getKey())
                            : asked.with(header.getKey(), header.getValue());
        }
        asked.answer();
    }
}
