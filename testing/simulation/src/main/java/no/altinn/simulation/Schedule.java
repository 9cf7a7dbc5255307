package no.altinn.simulation;

import no.altinn.simulation.flaw.PlantedBug;
import no.altinn.simulation.outside.Callers;
import no.altinn.simulation.schedule.Plan;
import no.altinn.simulation.schedule.Simulation;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.verdict.Verdict;

import java.time.Duration;
import java.util.function.LongFunction;

/**
 * A schedule that has happened, and what is to be said of it.
 *
 * @param seed what it was drawn from
 */
public record Schedule(long seed, Simulation simulation, Verdict verdict) {
    /** How far apart the clocks of machines may be. */
    public static final Duration USUAL_SKEW = Duration.ofSeconds(1);

    /**
     * Makes schedules out of seeds.
     *
     * @param bug is planted in each
     * @param instances how many processes each has, 2 to 4; 0 lets chance say it
     * @param skew how far their clocks are apart at most
     */
    public static LongFunction<Schedule> with(PlantedBug bug, int instances, Duration skew) {
        Callers callers = new Callers();
        return seed -> {
            Chance chance = new Chance(seed);
            Plan plan = Plan.drawn(chance, instances, skew);
            Simulation simulation = new Simulation(seed, plan, bug, callers, chance);
            simulation.run();
            return new Schedule(seed, simulation, Verdict.on(simulation));
        };
    }

    /** What broke, with the seed and the end of the trace. */
    public String report(int mostLines) {
        StringBuilder text = new StringBuilder("seed " + seed + " " + simulation.plan() + "\n");
        verdict.broken().forEach(one -> text.append("  BROKEN ").append(one).append('\n'));
        var lines = simulation.world().trace().lines();
        lines.subList(Math.max(0, lines.size() - mostLines), lines.size())
                .forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }
}
