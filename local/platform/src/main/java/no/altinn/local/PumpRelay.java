package no.altinn.local;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.local.host.eventgrid.EventGridPump;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Hands notices to the function that Event Grid would fire. A subscription is a lane of its own, so
 * that a slow endpoint delays no other. Thread-safe.
 */
final class PumpRelay implements OutboundRelay {
    private final Clock clock;
    // The pump fires functions that were built with this relay, so it comes later.
    private final CompletableFuture<EventGridPump> pump = new CompletableFuture<>();

    PumpRelay(Clock clock) {
        this.clock = clock;
    }

    /** Sets the pump; notices sent before wait for it. */
    void connect(EventGridPump eventGrid) {
        pump.complete(eventGrid);
    }

    @Override
    public void send(List<DeliveryNotice> notices) {
        EventGridPump eventGrid = pump.join();
        for (DeliveryNotice notice : notices) {
            // A notice that finds no room is left to the sweep: the delivery is kept.
            eventGrid.publish(
                    "subscriptions/" + notice.key().subscriptionId(),
                    DeliveryNoticeMessage.toJson(notice, clock.instant()));
        }
    }
}
