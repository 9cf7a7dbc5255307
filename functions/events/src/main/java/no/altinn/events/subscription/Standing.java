package no.altinn.events.subscription;

import java.time.Instant;

/** Whether a subscription takes events. */
public sealed interface Standing {
    /** It takes events. */
    Standing ACTIVE = new Active();

    /** Calls the visitor's method for this kind, and returns what it returns. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Reads a standing. Each kind has a method, so a new kind does not compile before every reader
     * handles it.
     */
    interface Visitor<R> {
        R active(Active standing);

        R paused(Paused standing);

        R stopped(Stopped standing);
    }

    /** Events are pushed, or may be fetched. */
    record Active() implements Standing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.active(this);
        }
    }

    /** Events match and are held until the consumer resumes the subscription. */
    record Paused(PauseReason reason, Instant since) implements Standing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.paused(this);
        }
    }

    /** The endpoint has answered 410: no event matches before the consumer resumes it. */
    record Stopped(Instant since) implements Standing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopped(this);
        }
    }
}
