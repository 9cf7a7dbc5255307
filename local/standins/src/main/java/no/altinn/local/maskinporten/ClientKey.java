package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.Base64UrlUInt;
import no.altinn.platform.json.Json;

import java.security.interfaces.RSAPublicKey;

/**
 * A key that a client signs with. Immutable.
 *
 * @param kid how the client's grants name it
 */
record ClientKey(String kid, RSAPublicKey publicKey) {

    /** The key as a JSON Web Key (RFC 7517). */
    ObjectNode toJson() {
        return Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", kid)
                .put("n", Base64UrlUInt.of(publicKey.getModulus()))
                .put("e", Base64UrlUInt.of(publicKey.getPublicExponent()));
    }
}
