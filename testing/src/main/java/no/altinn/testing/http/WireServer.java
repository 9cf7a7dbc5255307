package no.altinn.testing.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ServerSocketFactory;

/** A server on loopback that answers byte for byte as it is told, as no HTTP server would. */
public final class WireServer implements AutoCloseable {
    /** What becomes of a request that was read to its end. */
    @FunctionalInterface
    public interface Behaviour {
        /** Answers; returns whether the connection stays open for the next request. */
        boolean apply(Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    /** A server that treats each request so. */
    public WireServer(Behaviour behaviour) {
        this(ServerSocketFactory.getDefault(), behaviour);
    }

    /** The same on sockets of another kind, such as those of TLS. */
    public WireServer(ServerSocketFactory sockets, Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Says this, one byte a character (ISO 8859-1), and closes the connection. */
    public static Behaviour saying(String answer) {
        return socket -> {
            say(socket, answer);
            return false;
        };
    }

    /** Says this and keeps the connection open. */
    public static Behaviour sayingAndWaiting(String answer) {
        return socket -> {
            say(socket, answer);
            return true;
        };
    }

    /** Says this and resets the connection. */
    public static Behaviour resettingAfter(String answer) {
        return socket -> {
            say(socket, answer);
            // A close that does not linger is a reset.
            socket.setSoLinger(true, 0);
            return false;
        };
    }

    /**
     * Says this and keeps the connection open, once as many requests have come side by side.
     *
     * @param requests on as many connections
     */
    public static Behaviour sayingTogether(int requests, String answer) {
        CyclicBarrier all = new CyclicBarrier(requests);
        return socket -> {
            await(all);
            say(socket, answer);
            return true;
        };
    }

    private static void await(CyclicBarrier all) throws IOException {
        try {
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (BrokenBarrierException e) {
            throw new IOException(e);
        }
    }

    /** Says this, one byte a character (ISO 8859-1). */
    public static void say(Socket socket, String answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Changes what becomes of the next requests. */
    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** The server's address with a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** The heads of the requests that have arrived, from the request line to the empty line. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** The bodies of the requests that have arrived, in UTF-8. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** How many requests have arrived. */
    public int requests() {
        return heads.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                // What is said is on its way when the saying returns.
                socket.setTcpNoDelay(true);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean isOpen = true;
            while (isOpen && read(in)) {
                isOpen = behaviour.apply(socket);
            }
        } catch (IOException gone) {
            // The client has left, which it may.
        }
    }

    /** Reads a request, unless the client has closed the connection. */
    private boolean read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        heads.add(head.toString());
        byte[] body = in.readNBytes(length(head.toString()));
        bodies.add(new String(body, StandardCharsets.UTF_8));
        return true;
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
