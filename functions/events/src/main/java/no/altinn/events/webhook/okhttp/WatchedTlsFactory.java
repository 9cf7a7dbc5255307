package no.altinn.events.webhook.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS on watched sockets, as OkHttp asks for it. It makes no connections by itself. */
final class WatchedTlsFactory extends SSLSocketFactory {
    private final SSLSocketFactory factory;

    WatchedTlsFactory(SSLSocketFactory factory) {
        this.factory = factory;
    }

    @Override
    public Socket createSocket(Socket tcp, String host, int port, boolean closesIt)
            throws IOException {
        Socket tls = factory.createSocket(tcp, host, port, closesIt);
        return new WatchedTls((SSLSocket) tls, ((Watched) tcp).wire());
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unguarded();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw unguarded();
    }

    private static UnsupportedOperationException unguarded() {
        return new UnsupportedOperationException("no connection without a check of its address");
    }
}
