package no.altinn.simulation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The options of the command line.
 *
 * @param schedules how many schedules run; with planted bugs, how many run for each bug at most
 * @param from the first seed
 * @param isOne whether a single schedule runs, with its whole trace printed
 * @param instances how many processes a schedule has; 0: its seed decides
 * @param skew how far clocks are apart at most
 * @param areBugs whether bugs are planted
 */
record Options(
        int schedules, long from, boolean isOne, int instances, Duration skew, boolean areBugs) {
    static final String USAGE =
            "bench/simulate [--schedules N] [--from SEED] [--seed SEED] [--instances 2..4]"
                    + " [--skew PT1S] [--bugs]";
    private static final Options USUAL =
            new Options(1_000, 1, false, 0, Schedule.USUAL_SKEW, false);

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException saying what is wrong and what is expected
     */
    static Options read(String... arguments) {
        Options options = USUAL;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--bugs")) {
                options = options.withBugs();
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " has no value. " + USAGE);
            }
            options = options.with(arguments[i], arguments[++i]);
        }
        return options;
    }

    private Options withBugs() {
        return new Options(schedules, from, isOne, instances, skew, true);
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--schedules" ->
                    new Options(
                            (int) number(name, value, 1, 10_000_000),
                            from,
                            isOne,
                            instances,
                            skew,
                            areBugs);
            case "--from" ->
                    new Options(schedules, any(name, value), isOne, instances, skew, areBugs);
            case "--seed" -> new Options(1, any(name, value), true, instances, skew, areBugs);
            case "--instances" ->
                    new Options(
                            schedules, from, isOne, (int) number(name, value, 2, 4), skew, areBugs);
            case "--skew" ->
                    new Options(schedules, from, isOne, instances, duration(value), areBugs);
            default -> throw new IllegalArgumentException(name + " is no option. " + USAGE);
        };
    }

    private static long any(String name, String value) {
        return number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long number(String name, String value, long least, long most) {
        Optional<Long> number = Optional.empty();
        try {
            number = Optional.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            // Told below.
        }
        return number.filter(n -> n >= least && n <= most)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is a number from %d to %d, not '%s'"
                                                .formatted(name, least, most, value)));
    }

    private static Duration duration(String value) {
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isNegative() && duration.compareTo(Duration.ofMinutes(1)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "--skew is a duration from PT0S to PT1M, for example PT1S, not '" + value + "'");
    }
}
