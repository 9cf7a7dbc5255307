package no.altinn.rest.certificate;

import java.net.URI;
import java.security.cert.X509CRL;

/**
 * Where issuers tell which of their certificates count no more. Implementations are thread-safe.
 */
@FunctionalInterface
public interface RevocationLists {
    /**
     * A list (RFC 5280 §5), whose signature is not verified yet.
     *
     * @param address http or https, as a certificate of a trusted issuer names it
     * @throws no.altinn.platform.client.Unavailable if it cannot be had now
     */
    X509CRL at(URI address);
}
