package no.altinn.events.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.TypedMembers;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A {@link Serving} as stores keep it. A member that says nothing is null. A member that is missing
 * counts as null, since earlier releases stored none.
 */
public final class ServingJson {
    private static final String STATE = "state";
    private static final String REASON = "reason";
    private static final String SINCE = "since";
    private static final String FAILING_SINCE = "failingSince";
    private static final String BREAKER = "breaker";
    private static final String OPENS = "opens";
    private static final String PROBE_AT = "probeAt";
    private static final String RATE = "ratePerMinute";
    private static final String KEYS = "keys";
    private static final String OPEN = "open";
    private static final String HALF_OPEN = "half-open";

    private ServingJson() {}

    /** Writes how a subscription is served. */
    public static ObjectNode write(Serving serving) {
        ObjectNode json = Json.object();
        serving.standing().accept(new StandingMembers(json));
        json.put(FAILING_SINCE, serving.failingSince().map(Instant::toString).orElse(null));
        serving.breaker().accept(new BreakerMembers(json));
        json.put(PROBE_AT, serving.probeAt().map(Instant::toString).orElse(null));
        serving.ratePerMinute()
                .ifPresentOrElse(rate -> json.put(RATE, rate), () -> json.putNull(RATE));
        return serving.keys().isEmpty() ? json.putNull(KEYS) : json.put(KEYS, serving.keys());
    }

    /**
     * Reads how a subscription is served.
     *
     * @throws IllegalStateException if another program has written it
     */
    public static Serving read(JsonNode json) {
        TypedMembers members =
                TypedMembers.of(
                        json, what -> new IllegalStateException("In a subscription " + what));
        return new Serving(
                standing(members),
                instant(members, FAILING_SINCE),
                breaker(members, json.path(OPENS).intValue()),
                // Cosmos DB keeps every number as a double.
                json.path(RATE).isNumber()
                        ? OptionalInt.of(json.path(RATE).intValue())
                        : OptionalInt.empty(),
                members.optionalText(KEYS).orElse(""));
    }

    private static Standing standing(TypedMembers members) {
        Optional<Instant> since = instant(members, SINCE);
        return switch (members.optionalText(STATE).orElse("active")) {
            case "active" -> Standing.ACTIVE;
            case "paused" ->
                    new Standing.Paused(
                            members.text(REASON).equals(PauseReason.OWNER.label())
                                    ? PauseReason.OWNER
                                    : PauseReason.FAILING,
                            since.orElseThrow());
            case "stopped" -> new Standing.Stopped(since.orElseThrow());
            default -> throw new IllegalStateException("Unknown state of a subscription");
        };
    }

    private static Breaker breaker(TypedMembers members, int opens) {
        return switch (members.optionalText(BREAKER).orElse("")) {
            case "" -> Breaker.CLOSED;
            case OPEN -> new Breaker.Open(instant(members, PROBE_AT).orElseThrow(), opens);
            case HALF_OPEN -> new Breaker.HalfOpen(instant(members, PROBE_AT).orElseThrow(), opens);
            default -> throw new IllegalStateException("Unknown breaker of a subscription");
        };
    }

    private static Optional<Instant> instant(TypedMembers members, String name) {
        return members.optionalText(name).map(Instant::parse);
    }

    /** Puts a standing into an object. */
    private record StandingMembers(ObjectNode json) implements Standing.Visitor<ObjectNode> {
        @Override
        public ObjectNode active(Standing.Active standing) {
            return json.putNull(STATE).putNull(REASON).putNull(SINCE);
        }

        @Override
        public ObjectNode paused(Standing.Paused standing) {
            return json.put(STATE, "paused")
                    .put(REASON, standing.reason().label())
                    .put(SINCE, standing.since().toString());
        }

        @Override
        public ObjectNode stopped(Standing.Stopped standing) {
            return json.put(STATE, "stopped")
                    .putNull(REASON)
                    .put(SINCE, standing.since().toString());
        }
    }

    /** Puts a breaker into an object, but for its instant. */
    private record BreakerMembers(ObjectNode json) implements Breaker.Visitor<ObjectNode> {
        @Override
        public ObjectNode closed(Breaker.Closed breaker) {
            return json.putNull(BREAKER).putNull(OPENS);
        }

        @Override
        public ObjectNode open(Breaker.Open breaker) {
            return json.put(BREAKER, OPEN).put(OPENS, breaker.opens());
        }

        @Override
        public ObjectNode halfOpen(Breaker.HalfOpen breaker) {
            return json.put(BREAKER, HALF_OPEN).put(OPENS, breaker.opens());
        }
    }
}
