package no.altinn.events.job;

import java.util.List;
import java.util.Optional;

/** What a job is to do. */
public sealed interface JobTask {
    /** Calls the visitor's method for this kind, and returns what it returns. */
    <R> R accept(Visitor<R> visitor);

    /** The name of this kind. */
    JobKind kind();

    /** The time that the job is about; empty if it is about all that is there. */
    Optional<Period> period();

    /**
     * Reads a task. Each kind has a method, so a new kind does not compile before every reader
     * handles it.
     */
    interface Visitor<R> {
        R retry(Retry task);

        R replay(Replay task);

        R redact(Redact task);
    }

    /** Makes the dead deliveries again that were created in a period. */
    record Retry(Period created) implements JobTask {
        @Override
        public JobKind kind() {
            return JobKind.RETRY;
        }

        @Override
        public Optional<Period> period() {
            return Optional.of(created);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.retry(this);
        }
    }

    /**
     * Delivers the events again that were registered in a period.
     *
     * @param types of these types alone; empty for any
     * @param subject about this subject alone; empty for any
     * @param onlyMissing whether what has been delivered is passed by
     */
    record Replay(
            Period registered, List<String> types, Optional<String> subject, boolean onlyMissing)
            implements JobTask {
        /** The most types that a replay may name. */
        public static final int MOST_TYPES = 50;

        public Replay {
            types = List.copyOf(types);
        }

        @Override
        public JobKind kind() {
            return JobKind.REPLAY;
        }

        @Override
        public Optional<Period> period() {
            return Optional.of(registered);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replay(this);
        }
    }

    /** Erases the beginnings of answers that deliveries keep. */
    record Redact() implements JobTask {
        @Override
        public JobKind kind() {
            return JobKind.REDACT;
        }

        @Override
        public Optional<Period> period() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.redact(this);
        }
    }
}
