package no.altinn.simulation.verdict;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.simulation.outside.EndPoints;
import no.altinn.simulation.schedule.Simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The verdict on a schedule that is over.
 *
 * @param broken what the schedule broke: each line has the invariant and identifiers
 * @param sent how many events endpoints took, each round of a delivery once
 * @param doubled how many events endpoints took once more in the same round
 */
public record Verdict(List<String> broken, int sent, int doubled) {
    private record Once(DeliveryKey delivery, int round) {}

    /** Judges a schedule that is over. */
    public static Verdict on(Simulation simulation) {
        List<String> broken = new ArrayList<>();
        for (Invariant one : invariants()) {
            one.broken(simulation).forEach(how -> broken.add(one.sentence() + " — " + how));
        }
        Set<Once> sent = new HashSet<>();
        int doubled = 0;
        for (EndPoints.Call call : simulation.endPoints().calls()) {
            boolean isEvent = call.isTaken() && call.permitted().isPresent();
            DeliveryKey delivery = new DeliveryKey(call.subscription(), call.id());
            if (isEvent && !sent.add(new Once(delivery, call.round()))) {
                doubled++;
            }
        }
        return new Verdict(broken, sent.size(), doubled);
    }

    private static List<Invariant> invariants() {
        return List.of(
                new AcknowledgedIsStored(),
                new OneOrder(),
                new NothingSkipped(),
                new NothingForgotten(),
                new EverythingEnds(),
                new NothingDenied(),
                new AcknowledgedIsDone(),
                new SignedByTheNewest(),
                new NoSurprises());
    }

    /** Whether everything holds. */
    public boolean isGood() {
        return broken.isEmpty();
    }
}
