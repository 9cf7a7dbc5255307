package no.altinn.rest.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a message is on its way. A correspondence goes from {@link Unread} over {@link Read} and
 * perhaps {@link Confirmed} to {@link Archived}; a form from {@link Filling} over {@link Signing}
 * and perhaps {@link Paying}. Each of them may go to the bin.
 */
public sealed interface State {
    /** What lists call it. */
    Status status();

    /** A state in which a message is in nobody's way yet: neither archived nor in the bin. */
    sealed interface Active extends State {}

    /** A form that is not sent in yet. */
    sealed interface Open extends Active {}

    /** A correspondence that has not been opened. */
    record Unread(boolean toConfirm) implements Active {
        @Override
        public Status status() {
            return Status.UNREAD;
        }
    }

    /** A correspondence that has been opened. */
    record Read(boolean toConfirm) implements Active {
        @Override
        public Status status() {
            return Status.READ;
        }
    }

    /** A correspondence whose receipt has been confirmed. */
    record Confirmed() implements Active {
        @Override
        public Status status() {
            return Status.CONFIRMED;
        }
    }

    /** A form that is being filled in. */
    record Filling() implements Open {
        @Override
        public Status status() {
            return Status.COMPLETION;
        }
    }

    /** A form that waits for a signature. */
    record Signing() implements Open {
        @Override
        public Status status() {
            return Status.SIGNING;
        }
    }

    /**
     * A signed form that waits for a payment.
     *
     * @param reference what the payment is called where it is made; nobody can guess it. Empty in
     *     what an earlier build stored, until the payment begins
     */
    record Paying(Optional<String> reference) implements Open {
        /** The state of a form whose payment begins. */
        public static Paying anew() {
            return new Paying(Optional.of(UUID.randomUUID().toString()));
        }

        @Override
        public Status status() {
            return Status.PAYMENT;
        }
    }

    /**
     * A message in the archive.
     *
     * @param isSent whether the message is a form that was sent in
     * @param payment the reference of the payment by which it got there; empty for none
     */
    record Archived(boolean isSent, Optional<String> payment) implements State {
        /** A message that was not paid for. */
        public Archived(boolean isSent) {
            this(isSent, Optional.empty());
        }

        @Override
        public Status status() {
            return isSent ? Status.SENT_AND_ARCHIVED : Status.ARCHIVED;
        }
    }

    /**
     * A message in the bin.
     *
     * @param wasArchived whether it was archived before, so that its id begins with {@code b}
     * @param until when it goes away
     */
    record Binned(boolean wasArchived, Instant until) implements State {
        @Override
        public Status status() {
            return Status.DELETED;
        }
    }

    /** Whether the message's id begins with {@code b}. */
    default boolean isArchived() {
        return this instanceof Binned binned ? binned.wasArchived() : this instanceof Archived;
    }
}
