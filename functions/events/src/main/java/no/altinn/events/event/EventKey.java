package no.altinn.events.event;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Where an event is kept: enough for a point read.
 *
 * @param resource the event's resource URN
 * @param document the base64url SHA-256 of the event's identity, its source and id
 */
public record EventKey(String resource, String document) {

    /**
     * The key of the event with this identity; the same identity always gives the same document.
     */
    static EventKey of(String resource, String source, String id) {
        return new EventKey(resource, digest(source, id));
    }

    /**
     * The key of an event that was published with this identity.
     *
     * @param resource as the publisher may have written it: an older name of an app leads to the
     *     app's own name
     * @throws InvalidResource if the resource is no URN
     */
    public static EventKey published(String resource, URI source, String id) {
        return of(ResourceUrn.canonical(resource, source), source.toString(), id);
    }

    /**
     * A name of fixed length made from several parts.
     *
     * @return base64url SHA-256, 43 characters
     */
    public static String digest(String... parts) {
        MessageDigest sha256 = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length keeps ("ab","c") and ("a","bc") apart.
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(bytes);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
