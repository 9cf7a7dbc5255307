package no.altinn.local.host.http;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes of bodies that are held at once, over all requests. Thread-safe. */
final class HeldBodies {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    HeldBodies(long most) {
        this.most = most;
    }

    /** Takes room for bytes; whether there was any. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    /** Gives room back. */
    void give(long bytes) {
        held.addAndGet(-bytes);
    }
}
