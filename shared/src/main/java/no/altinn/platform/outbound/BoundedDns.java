package no.altinn.platform.outbound;

import no.altinn.platform.concurrent.CallThreads;

import okhttp3.Dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks up hosts within a time limit. A look-up of the JDK can be neither timed nor interrupted,
 * and the name server of whoever is called may make it last. Thread-safe.
 */
public final class BoundedDns implements Dns {
    /** How many look-ups run at once at most, those included that were given up. */
    private static final int MOST = 1024;

    private final Dns dns;
    private final Duration limit;
    private final Executor threads;

    /**
     * Bounds look-ups.
     *
     * @param threads what the threads are called on which hosts are looked up
     * @param limit how long one may take
     */
    public BoundedDns(String threads, Dns dns, Duration limit) {
        this.dns = dns;
        this.limit = limit;
        this.threads = CallThreads.named(threads, MOST);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> dns.lookup(host));
        try {
            threads.execute(lookup);
            return lookup.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unknown(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw unknown(host + " was not found within " + limit.toSeconds() + " s", e);
        } catch (RejectedExecutionException e) {
            throw unknown(host + " was not looked up, since too many look-ups last", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("the look-up of " + host + " was interrupted", e);
        }
    }

    private static UnknownHostException unknown(String message, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }
}
