package no.altinn.authentication.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Json;

import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Renders keys as a JSON Web Key Set (RFC 7517 §5). */
public final class JsonWebKeySet {
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

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
                        .put("n", unsigned(key.publicKey().getModulus()))
                        .put("e", unsigned(key.publicKey().getPublicExponent()));
        ArrayNode chain = member.putArray("x5c");
        key.chain().forEach(certificate -> chain.add(der(certificate)));
        return member;
    }

    /** Base64urlUInt of RFC 7518 §2: big-endian without a sign byte. */
    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        boolean signByte = bytes.length > 1 && bytes[0] == 0;
        return BASE64_URL.encodeToString(
                signByte ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
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
