package no.altinn.platform.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags (RFC 9110 §8.8.3), by the content of representations. */
public final class EntityTags {
    private static final int BYTES = 16;

    private EntityTags() {}

    /**
     * The strong tag of a representation: 24 characters with its quotes.
     *
     * @param mediaType what the content is, since the same bytes may be two representations
     */
    public static String of(String mediaType, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(mediaType.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content);
        byte[] start = Arrays.copyOf(digest.digest(), BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Whether a list in {@code If-None-Match} has the tag, compared weakly (§8.8.3.2). */
    public static boolean isAmong(String list, String tag) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    /** Whether a list in {@code If-Match} has the tag, compared strongly (§8.8.3.2). */
    public static boolean isAmongStrong(String list, String tag) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
