package no.altinn.events.webhook.okhttp;

import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.GuardedSocket;

import java.io.IOException;
import java.io.InputStream;

/**
 * Connects to allowed addresses only, and counts what it carries. It stays open when OkHttp closes
 * it, if it is spared.
 */
final class WatchedSocket extends GuardedSocket implements Watched {
    private final Wire wire;

    WatchedSocket(AddressRule rule) {
        super(rule);
        this.wire = new Wire(this);
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return wire.ofTcp(super.getInputStream());
    }

    // A look at the wire holds the wire's lock and asks for the socket's. So a close must not hold
    // the socket's lock when it asks for the wire's.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void close() throws IOException {
        if (!wire.isSpared()) {
            super.close();
        }
    }
}
