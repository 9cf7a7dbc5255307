package no.altinn.rest.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags (RFC 9110 §8.8.3) of representations, by their media type and content. */
final class EntityTag {
    private EntityTag() {}

    /** The strong tag of a body that is written already. */
    static String of(Content content) {
        MessageDigest digest = sha256();
        if (content instanceof Content.Written written) {
            digest.update(written.mediaType().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(written.text().getBytes(StandardCharsets.UTF_8));
        } else if (content instanceof Content.Bytes bytes) {
            digest.update(bytes.mediaType().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes.bytes());
        }
        byte[] start = Arrays.copyOf(digest.digest(), 16);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Whether a list in {@code If-None-Match} has the tag, compared weakly. */
    static boolean isAmong(String list, String tag) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    /** Whether a list in {@code If-Match} has the tag, compared strongly. */
    static boolean isAmongStrong(String list, String tag) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
