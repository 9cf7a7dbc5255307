package no.altinn.platform.jose;

import java.util.Base64;

/** Strict Base64url (RFC 7515 §2): each text stands for other bytes than every other text. */
final class Base64Url {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Url() {}

    /**
     * Decodes a part of a token.
     *
     * @throws InvalidToken if it is padded, has characters of no meaning, or bits behind its last
     *     byte (RFC 4648 §3.5)
     */
    static byte[] decode(String part) throws InvalidToken {
        if (part.endsWith("=") || hasLooseBits(part)) {
            throw new InvalidToken("A part of the token is no canonical Base64url");
        }
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new InvalidToken("A part of the token is no Base64url", e);
        }
    }

    private static boolean hasLooseBits(String part) {
        int mask =
                switch (part.length() % 4) {
                    case 2 -> 0b1111;
                    case 3 -> 0b11;
                    default -> 0;
                };
        return mask != 0 && (ALPHABET.indexOf(part.charAt(part.length() - 1)) & mask) != 0;
    }
}
