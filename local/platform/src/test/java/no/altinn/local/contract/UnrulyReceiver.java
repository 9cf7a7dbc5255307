package no.altinn.local.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A subscriber's server that keeps to no protocol. Thread-safe. */
final class UnrulyReceiver implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final String ENDLESS_HEADER = "HTTP/1.1 200 OK\r\nX-Endless: ";
    private static final long DRIP_MILLIS = 100;

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private UnrulyReceiver(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Answers a byte at a time, and never to the end. */
    static UnrulyReceiver dripping() {
        return new UnrulyReceiver(UnrulyReceiver::drip);
    }

    /** Resets each connection as soon as the request begins. */
    static UnrulyReceiver resetting() {
        return new UnrulyReceiver(UnrulyReceiver::reset);
    }

    private interface Behaviour {
        void apply(UnrulyReceiver receiver, Socket socket) throws IOException, InterruptedException;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed, or the other side has gone already.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            behaviour.apply(this, socket);
        } catch (IOException e) {
            // The other side has given up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void drip(Socket socket) throws IOException, InterruptedException {
        socket.setTcpNoDelay(true);
        byte[] start = ENDLESS_HEADER.getBytes(StandardCharsets.US_ASCII);
        int sent = 0;
        while (!closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
            socket.getOutputStream().write(sent < start.length ? start[sent] : 'x');
            sent++;
        }
    }

    private void reset(Socket socket) throws IOException {
        socket.getInputStream().read();
        // With no time to linger, a close is a reset.
        socket.setSoLinger(true, 0);
    }

    String endPoint() {
        return "http://127.0.0.1:%d/in".formatted(server.getLocalPort());
    }

    /** How many connections have been made. */
    int connections() {
        return connections.get();
    }

    /** How many of the connections last. */
    int open() {
        return open.size();
    }

    @Override
    public void close() {
        closed.countDown();
        threads.shutdownNow();
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
