package no.altinn.events.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A part of a job's way.
 *
 * @param progress what was done on it
 * @param cursor where the job goes on
 * @param next what is to be done then
 * @param notBefore when the job may go on; empty for at once
 */
record Stretch(JobProgress progress, String cursor, Next next, Optional<Instant> notBefore) {
    /** How a job goes on after a stretch. */
    enum Next {
        GO_ON,
        /** Everything has been looked at. */
        END,
        /** A part of the platform that has to decide is away. */
        TRY_AGAIN
    }

    Stretch(JobProgress progress, String cursor, Next next) {
        this(progress, cursor, next, Optional.empty());
    }
}
