package no.altinn.events.delivery;

import no.altinn.events.log.BestEffortLog;

/** Ends deliveries without an attempt. Thread-safe. */
record Cancellations(DeliveryLifecycle lifecycle, BestEffortLog log) {
    /** Ends the delivery and logs it, unless the delivery has moved on since it was read. */
    void cancel(Delivery delivery, CancelReason reason) {
        lifecycle
                .cancel(delivery, reason)
                .map(end -> DeliveryEntries.cancelled(delivery, end.at()))
                .ifPresent(log::append);
    }
}
