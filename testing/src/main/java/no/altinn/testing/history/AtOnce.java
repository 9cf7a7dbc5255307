package no.altinn.testing.history;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers who begin at the same time. */
public final class AtOnce {
    private AtOnce() {}

    /** Runs each on a thread of its own until all have ended, and fails if one does. */
    public static void run(List<? extends Runnable> callers) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        CountDownLatch ready = new CountDownLatch(callers.size());
        try {
            for (Future<Void> done :
                    threads.invokeAll(callers.stream().map(one -> after(ready, one)).toList())) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("A caller failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Void> after(CountDownLatch ready, Runnable caller) {
        return () -> {
            ready.countDown();
            ready.await();
            caller.run();
            return null;
        };
    }
}
