package no.altinn.rest.endpoint.broker;

import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Receiver;
import no.altinn.rest.door.Route;
import no.altinn.rest.file.Transfers;

import java.util.Set;

/** Makes routes below {@code {who}/brokerservice}. */
final class BrokerRoute {
    /** What comes behind {@code {who}/}. */
    static final String NOUN = "brokerservice";

    private static final String BELOW = "{who}/" + NOUN;
    private static final Set<String> READ = Set.of("altinn:enduser", "altinn:brokerservice.read");
    private static final Set<String> WRITE = Set.of("altinn:enduser", "altinn:brokerservice.write");

    private BrokerRoute() {}

    static Route get(String path, Endpoint endpoint) {
        return Route.of("GET", BELOW + path, Category.BROKER, Needs.USER, READ, endpoint);
    }

    static Route post(String path, Endpoint endpoint) {
        return Route.of("POST", BELOW + path, Category.BROKER, Needs.USER, WRITE, endpoint);
    }

    /** A route to which a file is sent. */
    static Route receiving(String path, Receiver receiver) {
        return Route.receiving(
                "POST",
                BELOW + path,
                Category.BROKER,
                Needs.USER,
                WRITE,
                Transfers.MOST_BYTES,
                receiver);
    }

    /** A route for anybody who has a key. */
    static Route forKeys(String path, Endpoint endpoint) {
        return Route.of("GET", NOUN + path, Category.BROKER, Needs.NOTHING, Set.of(), endpoint);
    }
}
