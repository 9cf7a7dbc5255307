package no.altinn.bench.day;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The report of a day that is over: requests, readers, growth and faults. */
final class Report {
    /** So many requests in a thousand may fail. */
    private static final double ERRORS = 1;

    private static final int SHOWN = 10;

    private final Options options;
    private final Ledger ledger;
    private final Counts counts;
    private final Counts errors;
    private final List<Sample> samples;
    private final PrintStream out;

    Report(
            Options options,
            Ledger ledger,
            Counts counts,
            Counts errors,
            List<Sample> samples,
            PrintStream out) {
        this.options = options;
        this.ledger = ledger;
        this.counts = counts;
        this.errors = errors;
        this.samples = samples;
        this.out = out;
    }

    /**
     * Prints the report; returns the bounds that were broken.
     *
     * @param rate the planned events a second
     * @param cores how many processors the platform kept busy on average
     * @param log the platform's warnings and errors
     */
    List<String> print(double rate, double cores, List<String> log) {
        out.printf(
                Locale.ROOT,
                "%n%d minutes at %.0f events/s, data kept for %s, %.2f cores taken%n%n",
                options.minutes(),
                rate,
                options.retention(),
                cores);
        out.println("| done | |\n|---|---|");
        counts.all().forEach((what, count) -> out.printf("| %s | %d |%n", what, count));
        out.println();
        Verdict verdict = new Verdict(samples, options.retention(), out);
        out.println("| readers | acknowledged | got | lost | got again |\n|---|---|---|---|---|");
        readers("pushed to endpoints that are well", ledger.pushed(), verdict);
        readers("polled", ledger.polled(), verdict);
        readers("pulled and acknowledged", ledger.pulled(), verdict);
        out.println();
        verdict.growth();
        stored(verdict);
        failures(verdict, log);
        return verdict.broken();
    }

    private void readers(String name, List<Followed> readers, Verdict verdict) {
        int lost = readers.stream().mapToInt(Followed::missing).sum();
        out.printf(
                "| %d %s | %d | %d | %d | %d |%n",
                readers.size(),
                name,
                readers.stream().mapToInt(Followed::acknowledged).sum(),
                readers.stream().mapToInt(Followed::seen).sum(),
                lost,
                readers.stream().mapToLong(Followed::again).sum());
        verdict.require(lost == 0, lost + " events were not " + name);
    }

    /** Whether as much is removed as is added, and what the database is full of. */
    private void stored(Verdict verdict) {
        List<Sample> counted =
                samples.stream().filter(sample -> sample.value(Names.STORED).isPresent()).toList();
        if (counted.size() < 2) {
            return;
        }
        Sample first = counted.get(0);
        Sample last = counted.get(counted.size() - 1);
        double added =
                (last.value(Names.STORED).getAsDouble() - first.value(Names.STORED).getAsDouble())
                        / (last.second() - first.second());
        Duration kept = options.retention().plus(options.retention().dividedBy(5));
        double rows = verdict.last(Names.ROWS + "events");
        double bound = added * kept.toSeconds() * 1.1;
        double used = verdict.last(Names.PAGES) - verdict.last(Names.FREE);
        out.printf(
                Locale.ROOT,
                "%n%.0f events were stored a second, and %.0f are there: those of %.0f s."
                        + " The database has %.0f MiB, of which %.0f MiB are free pages; the rest is"
                        + " %.2f KiB for each event that is there, with its deliveries, log lines,"
                        + " indexes and messages.%n",
                added,
                rows,
                rows / added,
                verdict.last(Names.PAGES),
                verdict.last(Names.FREE),
                used * 1024 / rows);
        verdict.require(
                rows <= bound,
                "%.0f events are there, over %.0f: removing is behind".formatted(rows, bound));
    }

    private void failures(Verdict verdict, List<String> log) {
        long done = counts.total() + errors.total();
        out.printf("%nerrors: %d of %d%n", errors.total(), done);
        errors.all().forEach((what, count) -> out.printf("- %s: %d%n", what, count));
        verdict.require(
                errors.total() * 1000.0 <= done * ERRORS,
                errors.total() + " errors are over 1 in 1000");
        List<String> warnings = log.stream().filter(Report::isWarning).toList();
        out.printf("warnings and errors in the platform's log: %d%n", warnings.size());
        warnings.stream()
                .limit(SHOWN)
                .forEach(
                        line ->
                                out.println(
                                        "- " + line.substring(0, Math.min(200, line.length()))));
    }

    private static boolean isWarning(String line) {
        return Stream.of(" WARN", " ERROR", "WARNING", "SEVERE").anyMatch(line::contains);
    }
}
