package no.altinn.simulation;

import no.altinn.simulation.outside.Callers;
import no.altinn.simulation.schedule.Plan;
import no.altinn.simulation.schedule.Simulation;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.verdict.Verdict;

import java.time.Duration;

/** Runs schedules and tells what they broke. */
public final class Simulate {
    private Simulate() {}

    public static void main(String[] arguments) {
        long from = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Duration skew = Duration.parse(arguments[2]);
        Callers callers = new Callers();
        int bad = 0;
        long begin = System.nanoTime();
        long sent = 0;
        long doubled = 0;
        for (long seed = from; seed < from + count; seed++) {
            Chance chance = new Chance(seed);
            Plan plan = Plan.drawn(chance, 0, skew);
            Simulation simulation = new Simulation(seed, plan, callers, chance);
            simulation.run();
            Verdict verdict = Verdict.on(simulation);
            sent += verdict.sent();
            doubled += verdict.doubled();
            if (!verdict.isGood()) {
                bad++;
                System.out.println("seed " + seed + " " + plan);
                verdict.broken().stream().limit(5).forEach(one -> System.out.println("  " + one));
            }
            if (count == 1) {
                simulation.world().trace().lines().forEach(System.out::println);
                System.out.println(simulation.faults().counts());
            }
        }
        System.out.printf(
                "%d schedules, %d bad, sent %d doubled %d, %.1f/s%n",
                count, bad, sent, doubled, count / ((System.nanoTime() - begin) / 1e9));
    }
}
