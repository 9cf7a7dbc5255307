package no.altinn.rest.functions;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import no.altinn.rest.file.Files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done now and then. */
public final class UpkeepFunctions {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepFunctions.class);

    private final Files files;

    public UpkeepFunctions(Files files) {
        this.files = files;
    }

    /**
     * Frees the space of files that have expired, or were sent and not taken. Entries go by
     * themselves.
     */
    @FunctionName("SweepFiles")
    public void sweepFiles(@TimerTrigger(name = "timer", schedule = "0 17 * * * *") String timer) {
        LOG.info("files removed={}", files.removeExpired());
    }
}
