package no.altinn.local.host.http;

import java.nio.charset.StandardCharsets;

/** Encodes what {@link java.net.URI} refuses in a query, and leaves everything else as it is. */
final class QueryEncoding {
    // RFC 3986 §3.4, and the brackets, which java.net.URI takes.
    private static final String LEGAL = "-._~!$&'()*+,;=:@/?[]";
    private static final String HEX = "0123456789ABCDEF";

    private QueryEncoding() {}

    /**
     * A query that any URI may have.
     *
     * @param query as it was sent, without the question mark
     */
    static String encode(String query) {
        byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xFF;
            if (isLegal(c) || (c == '%' && isEscape(bytes, i))) {
                encoded.append((char) c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isLegal(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || LEGAL.indexOf(c) >= 0;
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return at + 2 < bytes.length && isHex(bytes[at + 1]) && isHex(bytes[at + 2]);
    }

    private static boolean isHex(byte c) {
        return HEX.indexOf(Character.toUpperCase(c)) >= 0;
    }
}
