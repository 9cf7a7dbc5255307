package no.altinn.events.azure;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.platform.concurrent.SideBySide;

import java.time.Duration;
import java.util.List;

/**
 * Puts notices straight into the queue of later attempts, where they are due at once. It stands in
 * for the Event Grid topic, which has no emulator: the function that the queue fires makes first
 * attempts as well. Nothing is lost with this process, since a notice is in the queue when it has
 * been sent. What it costs is time, for the host polls a queue that was empty every two seconds.
 * Thread-safe.
 */
public final class QueueRelay implements OutboundRelay {
    private final RetryQueue queue;
    private final SideBySide calls;

    /**
     * A relay into a queue.
     *
     * @param calls how many notices are sent at once
     */
    public QueueRelay(RetryQueue queue, SideBySide calls) {
        this.queue = queue;
        this.calls = calls;
    }

    /**
     * Puts each notice into a message of its own. When one of them fails, others may have arrived.
     * The caller may send all notices again: a second notice of an attempt is void.
     */
    @Override
    public void send(List<DeliveryNotice> notices) {
        calls.each(notices, this::scheduled);
    }

    private DeliveryNotice scheduled(DeliveryNotice notice) {
        queue.schedule(new Retry.OfDelivery(notice), Duration.ZERO);
        return notice;
    }
}
