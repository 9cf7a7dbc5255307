package no.altinn.bench.day;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the day goes.
 *
 * @param command starts the platform, with the options of {@code run-local}
 * @param minutes how long the mixed day lasts, from 1 to 1 440
 * @param retention how long the platform keeps data, from 10 s to a third of the day
 * @param rate events a second; 0 for half of the top rate
 */
record Options(Path command, int minutes, Duration retention, double rate) {
    Options {
        if (minutes < 1 || minutes > 1440) {
            throw new IllegalArgumentException("--minutes must be 1 to 1440");
        }
        if (retention.compareTo(Duration.ofSeconds(10)) < 0
                || retention.multipliedBy(3).compareTo(Duration.ofMinutes(minutes)) > 0) {
            throw new IllegalArgumentException(
                    "--retention must be 10 s to a third of --minutes, such as PT10M");
        }
        if (rate < 0 || rate > 100_000) {
            throw new IllegalArgumentException("--rate must be 0 to 100000");
        }
    }

    /** Reads the command line: the command, minutes, retention, and rate. */
    static Options of(String... arguments) {
        return new Options(
                Path.of(arguments[0]).toAbsolutePath(),
                Integer.parseInt(arguments[1]),
                Duration.parse(arguments[2]),
                Double.parseDouble(arguments[3]));
    }
}
