package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.jose.CompactJws;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.RsaStrength;
import no.altinn.platform.jose.Validity;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Decides which platform access tokens are good: signed with the certificate of the issuer they
 * name. Anyone can name any issuer, so a certificate is asked for only when all else is right, and
 * never for an issuer that is not accepted. Thread-safe.
 */
public final class PlatformAccessTokenValidator {
    // The name becomes part of a secret's name, so nothing else may come near it.
    private static final Pattern ISSUER = Pattern.compile("[a-z0-9-]{2,50}");

    private final PlatformCertificates certificates;
    private final Clock clock;

    /**
     * A validator.
     *
     * @param certificates those of the issuers
     */
    public PlatformAccessTokenValidator(PlatformCertificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * Validates a token as it was sent, of any issuer that has a certificate. A caller that has
     * proved nothing else must not get here: each made-up issuer costs a look-up.
     *
     * @throws InvalidToken if it is not to be trusted
     * @throws no.altinn.platform.client.Unavailable if the certificate could not be obtained
     */
    public PlatformAccessToken validate(String jwt) throws InvalidToken {
        return validate(jwt, issuer -> true);
    }

    /**
     * Validates a token as it was sent.
     *
     * @param issuers whose tokens are accepted; no other issuer's certificate is asked for
     * @throws InvalidToken if it is not to be trusted, or of another issuer
     * @throws no.altinn.platform.client.Unavailable if the certificate could not be obtained
     */
    public PlatformAccessToken validate(String jwt, Set<String> issuers) throws InvalidToken {
        return validate(jwt, issuers::contains);
    }

    private PlatformAccessToken validate(String jwt, Predicate<String> accepted)
            throws InvalidToken {
        CompactJws jws = CompactJws.read(jwt);
        Validity.of(jws.claims()).requireAt(clock.instant());
        String issuer = required(jws.claims(), "iss");
        String app = required(jws.claims(), "urn:altinn:app");
        if (!ISSUER.matcher(issuer).matches()) {
            throw new InvalidToken("The issuer is no name of one");
        }
        if (!accepted.test(issuer)) {
            throw new InvalidToken("The issuer is not accepted here");
        }
        if (!jws.signature().isBy(key(issuer))) {
            throw new InvalidToken("The token's signature is wrong");
        }
        return new PlatformAccessToken(issuer, app);
    }

    private RSAPublicKey key(String issuer) throws InvalidToken {
        X509Certificate certificate =
                certificates
                        .find(issuer)
                        .orElseThrow(() -> new InvalidToken("The issuer is unknown"));
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw new InvalidToken("The issuer's certificate is not valid now", e);
        }
        if (certificate.getPublicKey() instanceof RSAPublicKey key && RsaStrength.suffices(key)) {
            return key;
        }
        throw new InvalidToken("The issuer's certificate has no good RSA key");
    }

    private static String required(Map<String, JsonNode> claims, String name) throws InvalidToken {
        return Optional.ofNullable(claims.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new InvalidToken("The token has no " + name));
    }
}
