package no.altinn.local.host.http;

import org.eclipse.jetty.util.Callback;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Waits for one write after the other, as many as a file takes. Used by one thread, and called back
 * on any.
 */
final class AwaitedWrite implements Callback {
    private final Semaphore over = new Semaphore(0);
    private volatile Throwable failure;

    @Override
    public void succeeded() {
        over.release();
    }

    @Override
    public void failed(Throwable cause) {
        failure = cause;
        over.release();
    }

    /** It wakes up another thread, and no more. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /**
     * Waits until the write is over that this was given to.
     *
     * @throws IOException if it failed
     */
    void await() throws IOException, InterruptedException {
        over.acquire();
        if (failure != null) {
            throw new IOException(failure);
        }
    }
}
