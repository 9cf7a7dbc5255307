package no.altinn.simulation.fault;

import no.altinn.simulation.time.Chance;

/**
 * How likely each fault is in one schedule. All are probabilities, 0 to 1.
 *
 * @param crashBefore that a process ends just before a write
 * @param crashAfter that a process ends just after a write
 * @param lostAnswer that a write is done and its answer lost
 * @param refused that a store or a service refuses a call
 * @param interleaved that other processes go on in the middle of a call
 * @param slow that a call takes up to its bound, not a moment
 * @param lost that a message is lost for which a document makes up
 * @param doubled that a message comes twice
 * @param late that a message comes minutes late
 * @param leaseMoved that a lease moves while its holder still works
 */
public record FaultRates(
        double crashBefore,
        double crashAfter,
        double lostAnswer,
        double refused,
        double interleaved,
        double slow,
        double lost,
        double doubled,
        double late,
        double leaseMoved) {
    private static final double STORM_LOST_ANSWERS = 0.4;
    private static final double STORM_REFUSALS = 0.5;

    /** Nothing fails, and nothing comes between. */
    public static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Nothing fails, but everything comes between everything else. */
    public static final FaultRates BUSY = new FaultRates(0, 0, 0, 0, 0.2, 0.05, 0, 0, 0, 0);

    /** Rates of a schedule: some faults are left out, and the others are rare or frequent. */
    public static FaultRates drawn(Chance chance) {
        return new FaultRates(
                rate(chance, 0.02),
                rate(chance, 0.02),
                rate(chance, 0.08),
                rate(chance, 0.15),
                rate(chance, 0.3),
                rate(chance, 0.2),
                rate(chance, 0.3),
                rate(chance, 0.3),
                rate(chance, 0.1),
                rate(chance, 0.2));
    }

    /** These rates in a storm of the account: most calls are refused or not answered. */
    FaultRates inStorm() {
        return new FaultRates(
                crashBefore,
                crashAfter,
                Math.max(lostAnswer, STORM_LOST_ANSWERS),
                Math.max(refused, STORM_REFUSALS),
                interleaved,
                slow,
                lost,
                doubled,
                late,
                leaseMoved);
    }

    private static double rate(Chance chance, double most) {
        double share = chance.nextDouble();
        return chance.hits(0.35) ? 0 : most * share * share;
    }

    /** Whether anything may fail at all. */
    public boolean isHarmless() {
        return crashBefore + crashAfter + lostAnswer + refused + lost + doubled + late + leaseMoved
                == 0;
    }
}
