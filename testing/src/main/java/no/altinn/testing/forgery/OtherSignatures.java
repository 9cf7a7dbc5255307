package no.altinn.testing.forgery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tokens that are rightly signed with another algorithm, which their header names or hides. Those
 * of RSA are by the good key: an algorithm is a choice of the acceptor (RFC 8725 §3.1).
 */
final class OtherSignatures {
    private static final String PSS = "RSASSA-PSS";
    private static final PSSParameterSpec PSS_SHA256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private OtherSignatures() {}

    private record Signer(String algorithm, PrivateKey key) {}

    static List<Forgery> of(Genuine genuine) {
        PrivateKey rsa = genuine.keys().privateKey();
        return Stream.of(
                        both(genuine, "RS1", new Signer("SHA1withRSA", rsa)),
                        both(genuine, "RS384", new Signer("SHA384withRSA", rsa)),
                        both(genuine, "RS512", new Signer("SHA512withRSA", rsa)),
                        both(genuine, "PS256", new Signer(PSS, rsa)),
                        both(
                                genuine,
                                "ES256",
                                new Signer("SHA256withECDSAinP1363Format", newKey("EC"))),
                        both(genuine, "EdDSA", new Signer("Ed25519", newKey("Ed25519"))))
                .flatMap(forgeries -> forgeries)
                .toList();
    }

    private static Stream<Forgery> both(Genuine genuine, String alg, Signer signer) {
        return Stream.of(
                new Forgery(
                        "a right signature with " + alg,
                        "RFC 8725 §3.1",
                        token(genuine, alg, signer)),
                new Forgery(
                        "a signature with " + alg + " under alg RS256",
                        "RFC 8725 §3.1",
                        token(genuine, "RS256", signer)));
    }

    private static String token(Genuine genuine, String alg, Signer signer) {
        String signed =
                Genuine.part(genuine.header().deepCopy().put("alg", alg).toString())
                        + "."
                        + Genuine.part(genuine.claims().toString());
        try {
            Signature signature = Signature.getInstance(signer.algorithm());
            if (signer.algorithm().equals(PSS)) {
                signature.setParameter(PSS_SHA256);
            }
            signature.initSign(signer.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Genuine.part(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey newKey(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
