package no.altinn.events.delivery;

import no.altinn.platform.client.Unavailable;

import java.util.List;

/**
 * Starts first attempts, soon and in parallel. It only makes deliveries fast: what it loses, the
 * sweep finds. Implementations are thread-safe and pass {@code OutboundRelayContract}.
 */
public interface OutboundRelay {
    /**
     * Hands the notices over.
     *
     * @throws Unavailable if they could not be handed over now
     */
    void send(List<DeliveryNotice> notices);
}
