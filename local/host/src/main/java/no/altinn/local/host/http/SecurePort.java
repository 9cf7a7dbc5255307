package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

import java.io.IOException;

/**
 * The port of a web server where clients speak TLS, and may show certificates. Like the other port,
 * it is bound before it is known who the server is.
 */
final class SecurePort {
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private final ServerConnector connector;

    /**
     * A port that is not taken yet.
     *
     * @param server the web server whose handlers answer
     */
    SecurePort(Server server) {
        tls.setWantClientAuth(true);
        HttpConfiguration configuration = HostHttpConfiguration.create();
        // The names in the certificate are for the client to compare.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        this.connector =
                new ServerConnector(
                        server,
                        1,
                        1,
                        new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                        new HttpConnectionFactory(configuration));
    }

    ServerConnector connector() {
        return connector;
    }

    /**
     * Takes a port.
     *
     * @return whether it was free
     */
    boolean open(int port) {
        connector.setPort(port);
        try {
            connector.open();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isOpen() {
        return connector.isOpen();
    }

    /** Answers as a server from now on, if the port was taken. */
    void serve(ServerIdentity identity) {
        if (isOpen()) {
            tls.setSslContext(identity.context());
            connector.getServer().addConnector(connector);
        }
    }
}
