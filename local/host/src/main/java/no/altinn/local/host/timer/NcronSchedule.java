package no.altinn.local.host.timer;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * An NCRONTAB schedule in UTC: second, minute, hour, day, month, day of week, where a day must
 * match both of its fields and Sunday is 0 or 7. Five fields have no second. Immutable.
 */
final class NcronSchedule {
    private static final CronDefinition NCRONTAB =
            CronDefinitionBuilder.defineCron()
                    .withSeconds()
                    .withValidRange(0, 59)
                    .and()
                    .withMinutes()
                    .withValidRange(0, 59)
                    .and()
                    .withHours()
                    .withValidRange(0, 23)
                    .and()
                    .withDayOfMonth()
                    .withValidRange(1, 31)
                    .and()
                    .withMonth()
                    .withValidRange(1, 12)
                    .and()
                    .withDayOfWeek()
                    .withValidRange(0, 7)
                    .withMondayDoWValue(1)
                    .withIntMapping(7, 0)
                    .and()
                    .matchDayOfWeekAndDayOfMonth()
                    .instance();

    private final ExecutionTime times;

    private NcronSchedule(ExecutionTime times) {
        this.times = times;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException if it is none
     */
    static NcronSchedule parse(String expression) {
        String fields = expression.strip();
        boolean secondsAreLeftOut = fields.split("\\s+", -1).length == 5;
        return new NcronSchedule(
                ExecutionTime.forCron(
                        new CronParser(NCRONTAB)
                                .parse(secondsAreLeftOut ? "0 " + fields : fields)));
    }

    /**
     * The first time after an instant.
     *
     * @throws IllegalStateException if there is none, as for the thirtieth of February
     */
    Instant after(Instant instant) {
        return times.nextExecution(instant.atZone(ZoneOffset.UTC))
                .orElseThrow(() -> new IllegalStateException("The schedule has no next time"))
                .toInstant();
    }
}
