package no.altinn.events.webhook;

import no.altinn.events.webhook.places.Addressee;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An attempt to hand an event to an endpoint, as {@link EndPointCaller} makes it. */
public interface EndPointAttempt {
    /** Whom to call. */
    Addressee addressee();

    /**
     * Claims the attempt, once there is a place for it.
     *
     * @return empty when the attempt is not to be made
     */
    Optional<Claimed> claim();

    /**
     * Has the attempt made later, since there is no place for it.
     *
     * @param wait how much later, 2 s to 1 min
     */
    void postpone(Duration wait);

    /** An attempt that is to be made now. */
    interface Claimed {
        /**
         * The request to send, made for this call.
         *
         * @param start when the call begins, as {@link EndPointCall#start} has it afterwards
         * @throws no.altinn.platform.client.Unavailable if it cannot be made now; then the attempt
         *     is postponed, and the endpoint is not to blame
         */
        WebhookRequest request(Instant start);

        /**
         * Has the attempt made later, since its request cannot be made now.
         *
         * @param wait how much later, 30 s
         */
        void postpone(Duration wait);

        /** Keeps that the endpoint took the event. */
        void succeed(EndPointCall call);

        /** Keeps that the endpoint did not take the event, and has it tried again. */
        void fail(EndPointCall call);

        /**
         * Writes the call, and what follows it, to the process's log. It comes last, also when the
         * outcome could not be kept.
         */
        void log(EndPointCall call);
    }
}
