package no.altinn.simulation.verdict;

import no.altinn.simulation.schedule.Simulation;

import java.util.List;

/** A use case fails only because a dependency failed, or refuses in its own words. */
final class NoSurprises implements Invariant {
    @Override
    public String sentence() {
        return "no use case fails by a fault of its own";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        return simulation.surprises().found();
    }
}
