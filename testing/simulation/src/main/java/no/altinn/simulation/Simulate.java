package no.altinn.simulation;

import no.altinn.simulation.flaw.PlantedBug;

import java.io.PrintStream;
import java.util.List;
import java.util.function.LongFunction;

/** Runs schedules and tells what they broke: the command {@code bench/simulate}. */
public final class Simulate {
    private static final int LINES_OF_A_FAILURE = 200;
    private static final int EACH = 500;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final Options options;

    private Simulate(PrintStream out, Options options) {
        this.out = out;
        this.options = options;
    }

    /** Ends with 1 if a schedule broke something, and with 2 if the command line is wrong. */
    public static void main(String[] arguments) {
        int status;
        try {
            status = run(System.out, arguments) ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    /**
     * Does what the command line asks for.
     *
     * @return whether nothing was broken, or each planted bug was found
     * @throws IllegalArgumentException if the command line is wrong
     */
    static boolean run(PrintStream out, String... arguments) {
        Simulate simulate = new Simulate(out, Options.read(arguments));
        return simulate.options.areBugs() ? simulate.huntBugs() : simulate.runSchedules();
    }

    private LongFunction<Schedule> schedules(PlantedBug bug) {
        return Schedule.with(bug, options.instances(), options.skew());
    }

    private boolean runSchedules() {
        LongFunction<Schedule> schedules = schedules(PlantedBug.NONE);
        Totals totals = new Totals();
        long begin = System.nanoTime();
        for (int i = 0; i < options.schedules(); i++) {
            Schedule one = schedules.apply(options.from() + i);
            totals.add(one);
            if (options.isOne()) {
                out.print(one.report(Integer.MAX_VALUE));
            } else if (!one.verdict().isGood()) {
                out.print(one.report(LINES_OF_A_FAILURE));
            }
            if ((i + 1) % EACH == 0) {
                out.println((i + 1) + " schedules");
            }
        }
        out.print(totals.words());
        out.printf("schedules/s %.1f%n", options.schedules() * NANOS / (System.nanoTime() - begin));
        return totals.areGood();
    }

    private boolean huntBugs() {
        boolean areFound = true;
        out.println("| planted bug | schedules until it is found | by |");
        out.println("|---|---|---|");
        for (PlantedBug bug : PlantedBug.all()) {
            List<String> broken = List.of();
            int made = 0;
            LongFunction<Schedule> schedules = schedules(bug);
            while (broken.isEmpty() && made < options.schedules()) {
                broken = schedules.apply(options.from() + made).verdict().broken();
                made++;
            }
            areFound &= !broken.isEmpty();
            out.printf(
                    "| %s | %s | %s |%n",
                    bug.words(),
                    broken.isEmpty() ? "not in " + made : Integer.toString(made),
                    broken.stream().findFirst().map(Simulate::sentence).orElse(""));
        }
        return areFound;
    }

    private static String sentence(String broken) {
        return broken.substring(0, Math.max(0, broken.indexOf(" — ")));
    }
}
