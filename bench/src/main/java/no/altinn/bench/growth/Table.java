package no.altinn.bench.growth;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what was measured as a table of Markdown. */
final class Table {
    /** By how much the processor time of an operation may grow. */
    private static final double MOST = 1.2;

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    /** Begins a table of these amounts. */
    void begin(String of, List<Integer> amounts) {
        out.printf(
                Locale.ROOT,
                "%n| processor time of one, µs, with so many %s | %s | growth |%n",
                of,
                amounts.stream().map(Size::spaced).collect(Collectors.joining(" | ")));
        out.println("|---|" + "---|".repeat(amounts.size() + 1));
    }

    /** Adds an operation with its time at each amount. */
    void row(String name, double... micros) {
        double growth = micros[micros.length - 1] / micros[0];
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s |%n",
                name,
                Arrays.stream(micros)
                        .mapToObj(each -> String.format(Locale.ROOT, "%.1f", each))
                        .collect(Collectors.joining(" | ")),
                verdict(growth));
        out.flush();
    }

    private static String verdict(double growth) {
        String text = String.format(Locale.ROOT, "%.2f", growth);
        return growth > MOST ? text + ": *not reached*" : text;
    }
}
