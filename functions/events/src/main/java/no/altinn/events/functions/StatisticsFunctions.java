package no.altinn.events.functions;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import no.altinn.events.statistics.CountedAttempts;

/** The trigger that keeps statistics. */
public final class StatisticsFunctions {
    private final CountedAttempts counted;

    public StatisticsFunctions(CountedAttempts counted) {
        this.counted = counted;
    }

    /** Writes down the attempts that have waited in this process while no others came. */
    @FunctionName("WriteStatistics")
    public void writeStatistics(
            @TimerTrigger(name = "timer", schedule = "30 * * * * *") String timer) {
        counted.writeOld();
    }
}
