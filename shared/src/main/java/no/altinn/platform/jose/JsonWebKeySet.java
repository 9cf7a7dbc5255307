package no.altinn.platform.jose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Renders keys as a JSON Web Key Set (RFC 7517 §5). */
public final class JsonWebKeySet {
    private JsonWebKeySet() {}

    /** The set of these keys in the order given, as JSON text. */
    public static String of(List<PublishedKey> keys) {
        ObjectNode set = Json.object();
        ArrayNode members = set.putArray("keys");
        keys.forEach(key -> members.add(member(key)));
        return set.toString();
    }

    private static ObjectNode member(PublishedKey key) {
        ObjectNode member =
                Json.object()
                        .put("kty", "RSA")
                        .put("use", "sig")
                        .put("kid", key.kid())
                        .put("x5t", key.thumbprint().base64Url())
                        .put("n", Base64UrlUInt.of(key.publicKey().getModulus()))
                        .put("e", Base64UrlUInt.of(key.publicKey().getPublicExponent()));
        ArrayNode chain = member.putArray("x5c");
        key.chain().forEach(certificate -> chain.add(der(certificate)));
        return member;
    }

    /** Standard Base64, unlike everything else here (RFC 7517 §4.7). */
    private static String der(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be encoded", e);
        }
    }
}
