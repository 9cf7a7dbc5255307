package no.altinn.simulation.verdict;

import no.altinn.simulation.schedule.Simulation;

import java.util.List;

/** A statement that must be true after every schedule. */
interface Invariant {
    /** The statement, as a sentence. */
    String sentence();

    /** Where the schedule breaks it, with identifiers; empty if it holds. */
    List<String> broken(Simulation simulation);
}
