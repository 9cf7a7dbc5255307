package no.altinn.simulation.verdict;

import no.altinn.events.event.Event;
import no.altinn.simulation.outside.Policy;
import no.altinn.simulation.outside.Policy.Pair;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.time.Instant;

/** What the policy said about an event and an organisation. */
record Permission(Policy policy) {
    /** How long a decision may be on its way, beside what it may be remembered. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static Pair pair(String org, Event event) {
        return new Pair(org, event.subject().orElse("").replace("/party/", ""));
    }

    /** Whether the policy permitted whenever it may have been asked between two instants. */
    boolean holds(String org, Event event, Instant from, Instant to) {
        return policy.permitsThroughout(pair(org, event), asked(from), to);
    }

    /** Whether no answer that was used between two instants can have been a permit. */
    boolean isDenied(String org, Event event, Instant from, Instant to) {
        return policy.deniesThroughout(
                pair(org, event), asked(from).minus(ON_ITS_WAY), to.plus(ON_ITS_WAY));
    }

    private static Instant asked(Instant used) {
        Instant earliest = used.minus(Policy.memory());
        return earliest.isBefore(World.BEGINNING) ? World.BEGINNING : earliest;
    }
}
