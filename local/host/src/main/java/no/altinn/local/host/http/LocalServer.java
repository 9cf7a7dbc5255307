package no.altinn.local.host.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The web server. It is bound first, so that the port is known, and started when all is ready. */
public final class LocalServer implements AutoCloseable {
    // Functions call stand-ins on this very server, so there must be threads left for those.
    private static final int MOST_THREADS = 250;
    private static final int HIGHEST_PORT = 65_535;

    // Of free ports, how many are tried until the next one is free, too.
    private static final int PAIRS = 20;

    // A client that finds no place should be told, and not wait to be connected.
    private static final int ACCEPT_QUEUE = 1024;

    private final Server server;
    private final ServerConnector connector;
    private final SecurePort secure;
    private final String address;
    private final HttpLimits limits;
    private final HeadWatch heads;

    private LocalServer(String address, int port, HttpLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        this.server = new Server(threads);
        this.connector =
                new ServerConnector(
                        server, 1, 1, new HttpConnectionFactory(HostHttpConfiguration.create()));
        this.address = address;
        this.limits = limits;
        this.heads = new HeadWatch(limits.head());
        this.secure = new SecurePort(server);
        ConnectionPlaces places = new ConnectionPlaces(limits.connections());
        bound(connector, places);
        bound(secure.connector(), places);
        connector.setPort(port);
        server.addConnector(connector);
    }

    /** The places are for the connections of both ports together. */
    private void bound(ServerConnector bounded, ConnectionPlaces places) {
        bounded.setHost(address);
        bounded.setAcceptQueueSize(ACCEPT_QUEUE);
        bounded.setIdleTimeout(limits.idle().toMillis());
        bounded.addBean(heads);
        bounded.addBean(places);
    }

    /**
     * Takes the port.
     *
     * @param port 0 for any that is free
     * @throws IllegalStateException if it is taken or none, or there is no such address
     */
    public static LocalServer bind(String address, int port) {
        return bind(address, port, HttpLimits.standard());
    }

    /**
     * Takes the port, and the one after it for TLS, unless that is taken or none.
     *
     * @param port 0 for any that is free, if it can be with the one after it
     * @throws IllegalStateException if the port itself is taken or none, or there is no such
     *     address
     */
    public static LocalServer bindWithSecure(String address, int port) {
        for (int tried = 1; ; tried++) {
            LocalServer bound = bind(address, port);
            int next = bound.connector.getLocalPort() + 1;
            if ((next <= HIGHEST_PORT && bound.secure.open(next)) || port != 0 || tried == PAIRS) {
                return bound;
            }
            bound.close();
        }
    }

    static LocalServer bind(String address, int port, HttpLimits limits) {
        check(address, port);
        LocalServer bound = new LocalServer(address, port, limits);
        try {
            bound.connector.open();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot listen on %s:%d; is another local platform running? Choose another port with --port."
                            .formatted(address, port),
                    e);
        }
        return bound;
    }

    private static void check(String address, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalStateException(
                    "There is no port %d; --port takes 0, for any that is free, to %d."
                            .formatted(port, HIGHEST_PORT));
        }
        if (new InetSocketAddress(address, port).isUnresolved()) {
            throw new IllegalStateException(
                    "There is no address %s; name one of this machine with --host."
                            .formatted(address));
        }
    }

    /** Where the server is reached from this machine. */
    public URI base() {
        return base(new InetSocketAddress(address, connector.getLocalPort()));
    }

    /** Where the server is reached by TLS; empty if the port for that was taken. */
    public Optional<URI> secureBase() {
        return secure.isOpen()
                ? Optional.of(
                        base(
                                "https",
                                new InetSocketAddress(address, secure.connector().getLocalPort())))
                : Optional.empty();
    }

    /** The address of a server that listens on a resolved address. */
    public static URI base(InetSocketAddress listening) {
        return base("http", listening);
    }

    private static URI base(String scheme, InetSocketAddress listening) {
        InetAddress address = listening.getAddress();
        boolean isThisMachine = address.isLoopbackAddress() || address.isAnyLocalAddress();
        String host = isThisMachine ? "localhost" : listening.getHostString();
        // RFC 3986 §3.2.2: the colons of an IPv6 address would else be taken for the port's.
        return URI.create(
                "%s://%s:%d/"
                        .formatted(
                                scheme,
                                host.contains(":") ? "[" + host + "]" : host,
                                listening.getPort()));
    }

    /**
     * Begins to answer on both ports.
     *
     * @param identity what clients see that speak TLS
     * @param form of what the server refuses by itself
     */
    public void start(ServerIdentity identity, RefusalForm form, Handler... handlers) {
        secure.serve(identity);
        start(form, handlers);
    }

    /**
     * Begins to answer. The first handler that takes a request answers it; without one it is 404.
     */
    public void start(Handler... handlers) {
        start(RefusalForm.PROBLEM, handlers);
    }

    private void start(RefusalForm form, Handler... handlers) {
        server.setHandler(new PacedExchanges(new Handler.Sequence(handlers), limits, heads));
        server.setErrorHandler(new HostErrors(form));
        try {
            server.start();
            lookAtHeads();
        } catch (Exception e) {
            throw new IllegalStateException("The web server did not start", e);
        }
    }

    private void lookAtHeads() {
        try {
            heads.look();
        } finally {
            // Whatever a look came to: without the next one, slow heads would stay for good.
            server.getScheduler()
                    .schedule(
                            this::lookAtHeads,
                            limits.head().toMillis() / HeadWatch.LOOKS,
                            TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
            secure.connector().close();
        } catch (Exception e) {
            throw new IllegalStateException("The web server did not stop", e);
        }
    }
}
