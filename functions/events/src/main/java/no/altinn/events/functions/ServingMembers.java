package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;

/**
 * Renders how a subscription is served. Clients that were written before know none of it, so what
 * is as it was then is left out.
 */
final class ServingMembers {
    private ServingMembers() {}

    static void add(ObjectNode subscription, Serving serving) {
        add(subscription, serving.standing());
        serving.ratePerMinute().ifPresent(rate -> subscription.put("ratePerMinute", rate));
    }

    /** Adds what an object says of a standing other than an active one. */
    static void add(ObjectNode json, Standing standing) {
        standing.accept(new Told(json));
    }

    private record Told(ObjectNode json) implements Standing.Visitor<ObjectNode> {
        @Override
        public ObjectNode active(Standing.Active standing) {
            return json;
        }

        @Override
        public ObjectNode paused(Standing.Paused standing) {
            return json.put("state", "paused")
                    .put("reason", standing.reason().label())
                    .put("since", standing.since().toString());
        }

        @Override
        public ObjectNode stopped(Standing.Stopped standing) {
            return json.put("state", "stopped").put("since", standing.since().toString());
        }
    }
}
