package no.altinn.simulation.fault;

/**
 * The end of a process in the middle of its work. It is an error, so that no rule takes it for the
 * failure of a dependency and goes on.
 */
public final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    /** A crash at this place. */
    public SimulatedCrash(String place) {
        super(place, null, false, false);
    }
}
