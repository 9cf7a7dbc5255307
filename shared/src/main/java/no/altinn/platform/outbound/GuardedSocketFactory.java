package no.altinn.platform.outbound;

import no.altinn.platform.client.PromptSockets;

import java.net.Socket;

/**
 * Makes sockets that connect to allowed addresses only. The check stands where the connection is
 * made, because a name may resolve to another address than when it was checked before, and a
 * numeric host is not looked up at all.
 */
public final class GuardedSocketFactory extends PromptSockets {
    private final AddressRule rule;

    public GuardedSocketFactory(AddressRule rule) {
        this.rule = rule;
    }

    @Override
    protected Socket unconnected() {
        return new GuardedSocket(rule);
    }
}
