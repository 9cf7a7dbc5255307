package no.altinn.local.host;

import java.util.ArrayDeque;
import java.util.Deque;

/** A stack of started parts that closes the latest first. Not thread-safe. */
public final class CloseStack implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** Remembers a part. */
    public <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /**
     * Closes every part, even if another part cannot be closed.
     *
     * @throws IllegalStateException with the first failure as its cause, after all were closed
     */
    @Override
    public void close() {
        IllegalStateException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException(e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
