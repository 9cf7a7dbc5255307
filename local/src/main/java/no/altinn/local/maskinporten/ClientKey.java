package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Json;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

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
                .put("n", base64Url(publicKey.getModulus()))
                .put("e", base64Url(publicKey.getPublicExponent()));
    }

    /** Base64urlUInt of RFC 7518 §2: big-endian without a sign byte. */
    private static String base64Url(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
