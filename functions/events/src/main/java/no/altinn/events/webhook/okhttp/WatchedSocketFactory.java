package no.altinn.events.webhook.okhttp;

import no.altinn.platform.client.PromptSockets;
import no.altinn.platform.outbound.AddressRule;

import java.net.Socket;

/** Makes sockets that connect to allowed addresses only, and whose bytes are counted. */
final class WatchedSocketFactory extends PromptSockets {
    private final AddressRule rule;

    WatchedSocketFactory(AddressRule rule) {
        this.rule = rule;
    }

    @Override
    protected Socket unconnected() {
        return new WatchedSocket(rule);
    }
}
