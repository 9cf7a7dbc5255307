package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Does for an app what API Management does for it in Azure, since a function of Java cannot: gives
 * answers their reason phrases, passes on client certificates, keeps out headers that only a front
 * may set, and encodes what {@link java.net.URI} refuses in queries.
 */
public final class Front extends Handler.Wrapper {
    private static final String CERTIFICATE = "X-ARR-ClientCert";
    private static final String TRANSFERS = "X-Transfer";

    /**
     * A front.
     *
     * @param app answers the requests
     */
    public Front(Handler app) {
        super(app);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.addHttpStreamWrapper(ReasonPhrases::new);
        return super.handle(new Fronted(request), response, callback);
    }

    /** A request as the app sees it. */
    private static final class Fronted extends Request.Wrapper {
        private final HttpURI uri;
        private final HttpFields headers;

        Fronted(Request request) {
            super(request);
            this.uri = uri(request.getHttpURI());
            this.headers = headers(request);
        }

        private static HttpURI uri(HttpURI sent) {
            return sent.getQuery() == null
                    ? sent
                    : HttpURI.build(sent)
                            .query(QueryEncoding.encode(sent.getQuery()))
                            .asImmutable();
        }

        private static HttpFields headers(Request request) {
            HttpFields.Mutable headers = HttpFields.build();
            for (HttpField field : request.getHeaders()) {
                if (!isOfFronts(field.getLowerCaseName())) {
                    headers.add(field);
                }
            }
            certificate(request).ifPresent(text -> headers.put(CERTIFICATE, text));
            return headers.asImmutable();
        }

        private static boolean isOfFronts(String name) {
            return name.equals(CERTIFICATE.toLowerCase(Locale.ROOT))
                    || name.startsWith(TRANSFERS.toLowerCase(Locale.ROOT));
        }

        /** The leaf that the client has shown in the handshake: DER in Base64. */
        private static Optional<String> certificate(Request request) {
            if (!(request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
                            instanceof EndPoint.SslSessionData session)
                    || session.peerCertificates() == null
                    || session.peerCertificates().length == 0) {
                return Optional.empty();
            }
            return Optional.of(base64(session.peerCertificates()[0]));
        }

        private static String base64(X509Certificate certificate) {
            try {
                return Base64.getEncoder().encodeToString(certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("A certificate of a handshake has no DER", e);
            }
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
