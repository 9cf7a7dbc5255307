package no.altinn.simulation.schedule;

import no.altinn.simulation.fault.FaultRates;
import no.altinn.simulation.time.Chance;

import java.time.Duration;
import java.util.List;

/**
 * The figures of a schedule, drawn from its seed.
 *
 * @param instances how many processes there are, 2 to 4
 * @param skew how far their clocks are apart at most
 * @param rates how often what fails
 * @param length for how long things happen, before faults stop
 * @param partitions how many feeds there are
 * @param events how many events are published
 * @param subscriptions how many subscriptions are made
 * @param readers how many read with cursors
 * @param changes how often owners change how they are served
 * @param moods how often endpoints change
 * @param policyChanges how often the policy changes
 * @param storms how often the account is in trouble
 * @param kills how often a process ends, whatever it is doing
 */
public record Plan(
        int instances,
        Duration skew,
        FaultRates rates,
        Duration length,
        int partitions,
        int events,
        int subscriptions,
        int readers,
        int changes,
        int moods,
        int policyChanges,
        int storms,
        int kills) {
    private static final double WITHOUT_FAULTS = 0.1;

    /** The share of schedules in which everything happens within a minute. */
    private static final double DENSE = 0.3;

    /** The resources of every schedule. */
    static final List<String> RESOURCES =
            List.of("urn:altinn:resource:harbour", "urn:altinn:resource:parking");

    /** The parties that events are about. */
    static final List<String> PARTIES = List.of("501", "502", "503");

    /** The organisations that receive. */
    static final List<String> ORGS = List.of("alfa", "beta", "gamma");

    /** The types of events. */
    static final List<String> TYPES = List.of("berth.taken", "berth.left");

    /**
     * Draws a plan.
     *
     * @param instances how many processes there are; 0: chance decides
     */
    public static Plan drawn(Chance chance, int instances, Duration skew) {
        boolean isHarmless = chance.hits(WITHOUT_FAULTS);
        boolean isDense = chance.hits(DENSE);
        return new Plan(
                instances == 0 ? chance.nextInt(2, 5) : instances,
                skew,
                isHarmless ? FaultRates.BUSY : FaultRates.drawn(chance),
                isDense
                        ? chance.between(Duration.ofSeconds(15), Duration.ofMinutes(1))
                        : chance.between(Duration.ofMinutes(2), Duration.ofMinutes(20)),
                chance.nextInt(1, 3),
                chance.nextInt(5, 50),
                chance.nextInt(2, 8),
                chance.nextInt(1, 4),
                isHarmless ? 0 : chance.nextInt(0, 16),
                isHarmless ? 0 : chance.nextInt(0, 10),
                isHarmless ? 0 : chance.nextInt(0, 6),
                isHarmless ? 0 : chance.nextInt(0, 4),
                isHarmless ? 0 : chance.nextInt(0, 4));
    }
}
