package no.altinn.testing.forgery;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.jose.TestKeys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * A good token in its parts, and the keys that make it so: what forgeries are made from.
 *
 * @param keys whose public key the acceptor trusts
 * @param header signed with RS256; its {@code kid} is that of the keys
 * @param claims valid now, with {@code exp}
 * @param now what the acceptor's clock shows; whole seconds
 */
public record Genuine(TestKeys keys, ObjectNode header, ObjectNode claims, Instant now) {

    /** The good token itself. */
    public String token() {
        return sign(header.toString(), claims.toString());
    }

    /** The good token under a changed header, signed with the good key. */
    public String header(Consumer<ObjectNode> change) {
        ObjectNode changed = header.deepCopy();
        change.accept(changed);
        return sign(changed.toString(), claims.toString());
    }

    /** The good token with changed claims, signed with the good key. */
    public String claims(Consumer<ObjectNode> change) {
        ObjectNode changed = claims.deepCopy();
        change.accept(changed);
        return sign(header.toString(), changed.toString());
    }

    /** Any text as claims, signed with the good key. */
    public String payload(String payload) {
        return sign(header.toString(), payload);
    }

    /** Any two texts, signed with the good key. */
    public String sign(String header, String payload) {
        return sign(keys, part(header) + "." + part(payload));
    }

    /** Two parts with a third that is their signature. */
    static String sign(TestKeys keys, String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + part(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The token could not be signed", e);
        }
    }

    /** A text as a part of a token. */
    static String part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as a part of a token. */
    static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
