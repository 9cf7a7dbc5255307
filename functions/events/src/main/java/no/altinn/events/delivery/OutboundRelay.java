package no.altinn.events.delivery;

import no.altinn.platform.client.Unavailable;

import java.util.List;

/**
 * Starts first attempts, soon and in parallel. It only makes deliveries fast: when it loses a
 * notice, the sweep finds the delivery. Implementations are thread-safe and pass {@code
 * OutboundRelayContract}.
 */
public interface OutboundRelay {
    /**
     * Hands the notices over.
     *
     * @throws Unavailable if a notice could not be handed over now
     */
    void send(List<DeliveryNotice> notices);
}
