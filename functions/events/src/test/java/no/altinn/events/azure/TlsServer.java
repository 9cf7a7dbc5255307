package no.altinn.events.azure;

import com.azure.core.http.HttpClient;

import mockwebserver3.MockWebServer;

import no.altinn.platform.azure.AzureTransport;

import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/**
 * A server on loopback with TLS, and a transport that trusts it: Azure's clients show keys and
 * tokens to no other.
 */
final class TlsServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final HandshakeCertificates trust;

    TlsServer() throws IOException {
        HeldCertificate certificate =
                new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        trust =
                new HandshakeCertificates.Builder()
                        .addTrustedCertificate(certificate.certificate())
                        .build();
        server.useHttps(own.sslSocketFactory());
        // Its faults are those of HTTP/1.1.
        server.setProtocolNegotiationEnabled(false);
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    MockWebServer server() {
        return server;
    }

    URI uri(String path) {
        return URI.create("https://localhost:" + server.getPort() + path);
    }

    /** A transport that gives up a request after this long. */
    HttpClient transport(Duration call) {
        OkHttpClient client =
                new OkHttpClient.Builder()
                        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                        .build();
        return AzureTransport.over(client, call);
    }

    @Override
    public void close() {
        server.close();
    }
}
