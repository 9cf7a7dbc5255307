package no.altinn.events.pull;

import no.altinn.events.delivery.PushPolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a consumer may still get the events that wait for it. What the policy has permitted holds
 * for five minutes; after that it is asked again. Thread-safe.
 */
public final class Permits {
    private static final Duration HOLDS = Duration.ofMinutes(5);

    private final PushPolicy policy;

    public Permits(PushPolicy policy) {
        this.policy = policy;
    }

    /** What is known of a consumer and an event. */
    enum Permit {
        /** What was permitted holds still. */
        HOLDS,
        /** The policy has permitted it again. */
        RENEWED,
        /** The policy does not permit it any more. */
        DENIED,
        /** The policy cannot be asked now. */
        UNKNOWN
    }

    /** The permits in the candidates' order. */
    List<Permit> of(String consumer, List<Candidate> candidates, Instant now) {
        List<Candidate> old =
                candidates.stream()
                        .filter(one -> !now.isBefore(one.delivery().permittedAt().plus(HOLDS)))
                        .toList();
        List<PushPolicy.Verdict> verdicts =
                old.isEmpty()
                        ? List.of()
                        : policy.on(
                                old.stream()
                                        .map(
                                                one ->
                                                        new PushPolicy.Question(
                                                                one.event(), List.of(consumer)))
                                        .toList());
        List<Permit> permits = new ArrayList<>();
        int asked = 0;
        for (Candidate candidate : candidates) {
            boolean isAsked = asked < old.size() && old.get(asked).equals(candidate);
            permits.add(isAsked ? permit(verdicts.get(asked++).on(consumer)) : Permit.HOLDS);
        }
        return permits;
    }

    private static Permit permit(PushPolicy.Ruling ruling) {
        return switch (ruling) {
            case PERMITTED -> Permit.RENEWED;
            case DENIED -> Permit.DENIED;
            case UNDECIDED -> Permit.UNKNOWN;
        };
    }
}
