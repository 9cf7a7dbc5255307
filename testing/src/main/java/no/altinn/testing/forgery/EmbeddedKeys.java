package no.altinn.testing.forgery;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;

import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Tokens signed with a key of the attacker's that their header brings along, or says where to fetch
 * (RFC 8725 §2.9 and §3.10).
 */
final class EmbeddedKeys {
    private final Genuine genuine;
    private final TestKeys attacker = TestKeys.of("ATTACKER");
    private final URI trap;

    private EmbeddedKeys(Genuine genuine, URI trap) {
        this.genuine = genuine;
        this.trap = trap;
    }

    static List<Forgery> of(Genuine genuine, URI trap) {
        EmbeddedKeys keys = new EmbeddedKeys(genuine, trap);
        List<Forgery> forgeries = new ArrayList<>();
        keys.members()
                .forEach(
                        (name, member) -> {
                            forgeries.add(keys.forgery(name, member));
                            forgeries.add(
                                    keys.forgery(
                                            name + " without kid",
                                            header -> {
                                                member.accept(header);
                                                header.remove("kid");
                                            }));
                        });
        return forgeries;
    }

    private Map<String, Consumer<ObjectNode>> members() {
        String certificate = certificate();
        Map<String, Consumer<ObjectNode>> members = new TreeMap<>();
        members.put("jwk", header -> header.set("jwk", jwk(header)));
        members.put("jku", header -> header.put("jku", trap.toString()));
        members.put("jku below the issuer", header -> header.put("jku", below()));
        members.put("x5u", header -> header.put("x5u", trap.toString()));
        members.put("x5c", header -> header.putArray("x5c").add(certificate));
        members.put("x5c as a text", header -> header.put("x5c", certificate));
        members.put("x5t", header -> header.put("x5t", Genuine.part(new byte[20])));
        members.put(
                "all of them",
                header -> {
                    header.set("jwk", jwk(header));
                    header.put("jku", trap.toString()).put("x5u", trap.toString());
                    header.putArray("x5c").add(certificate);
                });
        return members;
    }

    /** A path that begins as the issuer's own addresses do. */
    private String below() {
        return genuine.claims().path("iss").asText() + "@" + trap.getAuthority() + trap.getPath();
    }

    private ObjectNode jwk(ObjectNode header) {
        return header.objectNode()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", genuine.keys().kid())
                .put("n", Genuine.part(attacker.publicKey().getModulus().toByteArray()))
                .put("e", Genuine.part(attacker.publicKey().getPublicExponent().toByteArray()));
    }

    private String certificate() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            TestCertificates.selfSigned(
                                            attacker,
                                            genuine.now().minus(Duration.ofDays(1)),
                                            genuine.now().plus(Duration.ofDays(1)))
                                    .getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Forgery forgery(String name, Consumer<ObjectNode> change) {
        ObjectNode header = genuine.header().deepCopy();
        change.accept(header);
        String signed =
                Genuine.part(header.toString()) + "." + Genuine.part(genuine.claims().toString());
        return new Forgery(
                "the attacker's key in the header: " + name,
                "RFC 8725 §2.9, tokens §1",
                Genuine.sign(attacker, signed));
    }
}
