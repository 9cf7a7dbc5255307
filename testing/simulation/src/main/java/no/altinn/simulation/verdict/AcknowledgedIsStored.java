package no.altinn.simulation.verdict;

import no.altinn.simulation.schedule.Simulation;

import java.util.List;

/** A publisher that got its acknowledgement can rely on it. */
final class AcknowledgedIsStored implements Invariant {
    @Override
    public String sentence() {
        return "what was acknowledged is stored";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        return simulation.ledger().acknowledged().values().stream()
                .filter(event -> simulation.events().find(event.key()).isEmpty())
                .map(event -> event.id() + " is not stored")
                .toList();
    }
}
