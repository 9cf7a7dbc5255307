package no.altinn.platform.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The SHA-1 digest of a certificate, which names it (RFC 7517 §4.8). It protects nothing, so that
 * SHA-1 does no harm here.
 *
 * @param base64Url without padding, as {@code x5t} has it
 * @param hex in upper case, as Altinn's key ids are
 */
public record Thumbprint(String base64Url, String hex) {

    /** The thumbprint of a certificate. */
    public static Thumbprint of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            return new Thumbprint(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                    HexFormat.of().withUpperCase().formatHex(digest));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be encoded", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1", e);
        }
    }
}
