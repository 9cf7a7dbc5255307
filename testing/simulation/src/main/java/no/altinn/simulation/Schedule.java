package no.altinn.simulation;

import no.altinn.simulation.box.BoxSimulation;
import no.altinn.simulation.flaw.PlantedBug;
import no.altinn.simulation.outside.Callers;
import no.altinn.simulation.schedule.Plan;
import no.altinn.simulation.schedule.Simulation;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.verdict.Verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A schedule that is over, and its verdict.
 *
 * @param seed the seed that the schedule was drawn from
 * @param simulation the part with the Events app
 * @param box the part with the message box
 * @param broken what both parts broke: each line has the invariant and identifiers
 */
public record Schedule(
        long seed, Simulation simulation, BoxSimulation box, Verdict verdict, List<String> broken) {
    /** How far apart the clocks of machines may be. */
    public static final Duration USUAL_SKEW = Duration.ofSeconds(1);

    /**
     * The way from a seed to its schedule.
     *
     * @param bug the mistake that is planted in each schedule
     * @param instances how many processes a schedule has, 2 to 4; 0: the seed decides
     * @param skew how far their clocks are apart at most
     */
    public static LongFunction<Schedule> with(PlantedBug bug, int instances, Duration skew) {
        Callers callers = new Callers();
        return seed -> {
            Chance chance = new Chance(seed);
            Plan plan = Plan.drawn(chance, instances, skew);
            Simulation simulation = new Simulation(seed, plan, bug, callers, chance);
            simulation.run();
            BoxSimulation box = new BoxSimulation(plan, bug, callers, chance);
            box.run();
            Verdict verdict = Verdict.on(simulation);
            List<String> broken = new ArrayList<>(verdict.broken());
            broken.addAll(box.broken());
            return new Schedule(seed, simulation, box, verdict, broken);
        };
    }

    /** Whether everything holds. */
    public boolean isGood() {
        return broken.isEmpty();
    }

    /** What broke, with the seed and the ends of the traces. */
    public String report(int mostLines) {
        StringBuilder text = new StringBuilder("seed " + seed + " " + simulation.plan() + "\n");
        broken.forEach(one -> text.append("  BROKEN ").append(one).append('\n'));
        tell(text, simulation.world().trace().lines(), mostLines);
        text.append("message box\n");
        tell(text, box.world().trace().lines(), mostLines);
        return text.toString();
    }

    private static void tell(StringBuilder text, List<String> lines, int mostLines) {
        lines.subList(Math.max(0, lines.size() - mostLines), lines.size())
                .forEach(line -> text.append("  ").append(line).append('\n'));
    }
}
