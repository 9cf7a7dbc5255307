package no.altinn.events.webhook.okhttp;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

class KeptTlsConnectionsTest extends KeptConnectionsContract {
    private static final HeldCertificate OWN =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private static final HandshakeCertificates RECEIVER =
            new HandshakeCertificates.Builder().heldCertificate(OWN).build();
    private static final HandshakeCertificates PLATFORM =
            new HandshakeCertificates.Builder().addTrustedCertificate(OWN.certificate()).build();

    KeptTlsConnectionsTest() {
        super(
                "https",
                RECEIVER.sslContext().getServerSocketFactory(),
                client ->
                        client.sslSocketFactory(
                                PLATFORM.sslSocketFactory(), PLATFORM.trustManager()));
    }
}
