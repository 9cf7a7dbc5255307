package no.altinn.testing.forgery;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens authenticated with HMAC under the public key in every form that an acceptor may hold it
 * in, which everyone knows (RFC 8725 §2.1).
 */
final class MacForgeries {
    private static final Map<String, String> ALGORITHMS =
            Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");

    private MacForgeries() {}

    static List<Forgery> of(Genuine genuine) {
        List<Forgery> forgeries = new ArrayList<>();
        for (Map.Entry<String, byte[]> secret : secrets(genuine).entrySet()) {
            ALGORITHMS.forEach(
                    (alg, mac) -> {
                        forgeries.add(forgery(genuine, alg, mac, secret));
                        forgeries.add(forgery(genuine, "RS256", mac, secret));
                    });
        }
        return forgeries;
    }

    private static Map<String, byte[]> secrets(Genuine genuine) {
        byte[] der = genuine.keys().publicKey().getEncoded();
        BigInteger modulus = genuine.keys().publicKey().getModulus();
        String pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END PUBLIC KEY-----";
        return Map.of(
                "DER", der,
                "PEM", bytes(pem),
                "PEM with a line break behind", bytes(pem + "\n"),
                "DER in Base64", bytes(Base64.getEncoder().encodeToString(der)),
                "modulus", modulus.toByteArray(),
                "modulus in Base64url", bytes(Genuine.part(modulus.toByteArray())),
                "modulus in digits", bytes(modulus.toString()),
                "kid", bytes(genuine.keys().kid()),
                "one zero", new byte[1]);
    }

    private static Forgery forgery(
            Genuine genuine, String alg, String algorithm, Map.Entry<String, byte[]> secret) {
        String signed =
                Genuine.part(genuine.header().deepCopy().put("alg", alg).toString())
                        + "."
                        + Genuine.part(genuine.claims().toString());
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getValue(), algorithm));
            return new Forgery(
                    algorithm + " with the public key (" + secret.getKey() + ") as alg " + alg,
                    "RFC 8725 §2.1",
                    signed + "." + Genuine.part(mac.doFinal(bytes(signed))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
