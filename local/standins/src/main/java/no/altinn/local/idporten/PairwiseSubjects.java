package no.altinn.local.idporten;

import no.altinn.local.testdata.Person;
import no.altinn.platform.jose.SigningKey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names persons for clients (OpenID Connect Core §8.1): the same person has always the same name
 * for one client, and another one for each other client. The names last as long as the key.
 * Thread-safe.
 */
final class PairwiseSubjects {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    /**
     * @param key makes the names, so that without it a name does not give away its person
     */
    PairwiseSubjects(SigningKey key) {
        this.secret = new SecretKeySpec(key.privateKey().getEncoded(), ALGORITHM);
    }

    /** The person's {@code sub} for a client. */
    String of(String clientId, Person person) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            String pair = person.nin() + "\n" + clientId;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(pair.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
