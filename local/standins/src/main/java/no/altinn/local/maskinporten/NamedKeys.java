package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.oauth.OAuthError;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;

/**
 * Which of a client's registered keys a grant's header names: by {@code kid}, else by a certificate
 * in {@code x5c} (RFC 7515 §4.1.6). A certificate only names a key and is not trusted itself;
 * addresses of keys are never looked at.
 */
final class NamedKeys {
    private NamedKeys() {}

    /**
     * The keys that are named; none when they are not the client's.
     *
     * @throws OAuthError if none is named at all, or the certificate cannot be read
     */
    static List<RSAPublicKey> of(Assertion assertion, RegisteredClient client) throws OAuthError {
        if (!assertion.kid().isEmpty()) {
            return client.keys().stream()
                    .filter(key -> key.kid().equals(assertion.kid()))
                    .map(ClientKey::publicKey)
                    .toList();
        }
        JsonNode chain = assertion.header().path("x5c");
        if (chain.isMissingNode()) {
            throw Refusal.malformed("The JWT header has no kid of a registered key");
        }
        PublicKey certified = certified(chain.path(0).asText(""));
        return client.keys().stream()
                .map(ClientKey::publicKey)
                .filter(key -> key.equals(certified))
                .toList();
    }

    private static PublicKey certified(String base64) throws OAuthError {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der))
                    .getPublicKey();
        } catch (CertificateException | IllegalArgumentException e) {
            throw Refusal.malformedCertificates();
        }
    }
}
