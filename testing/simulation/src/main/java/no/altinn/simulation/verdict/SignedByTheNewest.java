package no.altinn.simulation.verdict;

import no.altinn.simulation.schedule.Simulation;

import java.util.List;

/** Each request is signed, and some seconds after a rotation by the new key. */
final class SignedByTheNewest implements Invariant {
    @Override
    public String sentence() {
        return "each request is signed by the key that its owner got last";
    }

    @Override
    public List<String> broken(Simulation simulation) {
        return simulation.endPoints().keys().broken();
    }
}
