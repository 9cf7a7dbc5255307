package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** A request as an app sees it behind its front. */
final class FrontedRequest extends Request.Wrapper {
    private static final String CERTIFICATE = "X-ARR-ClientCert";

    private final HttpURI uri;
    private final HttpFields headers;

    FrontedRequest(Request request) {
        super(request);
        this.uri = uri(request.getHttpURI());
        this.headers = headers(request);
    }

    private static HttpURI uri(HttpURI sent) {
        return sent.getQuery() == null
                ? sent
                : HttpURI.build(sent).query(QueryEncoding.encode(sent.getQuery())).asImmutable();
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
        return name.equals(CERTIFICATE.toLowerCase(Locale.ROOT)) || TransferHeaders.isOne(name);
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
