package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestKeys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A good grant, to be spoilt and signed by a test. Not thread-safe. */
final class TestGrant {
    private final TestKeys key;
    private final ObjectNode header;
    private final ObjectNode claims;

    TestGrant(TestKeys key, String client, String scope, Instant now) {
        this.key = key;
        this.header = Json.object().put("alg", "RS256").put("kid", key.kid());
        this.claims =
                Json.object()
                        .put("aud", RunningMaskinporten.ISSUER)
                        .put("iss", client)
                        .put("scope", scope)
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.getEpochSecond() + 120)
                        .put("jti", UUID.randomUUID().toString());
    }

    /** To be changed before it is signed. */
    ObjectNode header() {
        return header;
    }

    /** To be changed before it is signed. */
    ObjectNode claims() {
        return claims;
    }

    /** Sets a claim to any JSON. */
    TestGrant claim(String name, String json) {
        claims.set(name, Json.parse(json));
        return this;
    }

    /** Signed with RS256, whatever the header says. */
    String sign() {
        return sign("SHA256withRSA");
    }

    /** Signed with an algorithm of the JDK, whatever the header says. */
    String sign(String algorithm) {
        String signed = unsigned();
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64Url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The grant could not be signed", e);
        }
    }

    /** The first two parts with the dot between them. */
    String unsigned() {
        return base64Url(header.toString()) + "." + base64Url(claims.toString());
    }

    static String base64Url(String text) {
        return base64Url(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A part of a token, decoded: 0 is the header, 1 the claims. */
    static JsonNode part(String jwt, int index) {
        byte[] bytes = Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[index]);
        return Json.parse(new String(bytes, StandardCharsets.UTF_8));
    }
}
