package no.altinn.events.webhook.places;

import java.net.URI;
import java.util.Locale;

/**
 * A host that endpoints share. Its bound is for the sake of the receiver: whether an endpoint is
 * slow is the endpoint's matter alone. Not thread-safe.
 */
final class Host {
    /** How many calls one host may have at once from this process. */
    static final int PLACES = 256;

    private final String name;
    private final Headcount running = new Headcount();
    private int endPoints;

    Host(String name) {
        this.name = name;
    }

    /** Scheme, name and port; the port that a scheme implies counts as given. */
    static String nameOf(URI endPoint) {
        String scheme = endPoint.getScheme().toLowerCase(Locale.ROOT);
        int implied = scheme.equals("https") ? 443 : 80;
        int port = endPoint.getPort() < 0 ? implied : endPoint.getPort();
        return scheme + "://" + endPoint.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    String name() {
        return name;
    }

    Headcount running() {
        return running;
    }

    boolean hasRoomFor(Trust trust) {
        return running.hasRoomFor(trust, PLACES);
    }

    /** Whether one more call of an endpoint with so many calls leaves the reserve. */
    boolean leavesReserve(int calls) {
        return running.leavesReserve(calls, PLACES);
    }

    void add() {
        endPoints++;
    }

    /** Forgets one of its endpoints; whether it has none any more. */
    boolean remove() {
        endPoints--;
        return endPoints == 0;
    }
}
