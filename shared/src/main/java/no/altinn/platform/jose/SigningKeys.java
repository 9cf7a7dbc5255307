package no.altinn.platform.jose;

import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** The public keys of an issuer. Implementations are thread-safe. */
public interface SigningKeys {
    /**
     * The keys that may have signed a token.
     *
     * @param kid the key id that the token's header names; empty when it names none
     * @return the keys of that id, none when it is unknown; every key when {@code kid} is empty
     * @throws no.altinn.platform.client.Unavailable if no key could be obtained at all, so that
     *     nothing can be said of the token
     */
    List<RSAPublicKey> find(String kid);
}
