package no.altinn.local.host.http;

import no.altinn.local.host.route.PercentDecoding;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The address that a request was sent to.
 *
 * @param authority the Host header
 * @param rawPath the path as sent
 * @param rawQuery the query as sent, without the question mark; empty for none
 */
record RequestAddress(String scheme, String authority, String rawPath, String rawQuery) {
    // The characters, besides letters and digits, that .NET leaves in a path: RFC 3986 §3.3,
    // slashes.
    private static final String SAFE = "-._~!$&'()*+,;=:@/";

    /**
     * The address with the path encoded anew and the query as it came.
     *
     * @throws IllegalArgumentException if the query holds what {@link URI} refuses
     */
    URI uri() {
        String query = rawQuery.isEmpty() ? "" : "?" + rawQuery;
        return URI.create(scheme + "://" + authority + encode(rawPath) + query);
    }

    private static String encode(String rawPath) {
        if (rawPath.chars().allMatch(RequestAddress::isSafe)) {
            return rawPath;
        }
        StringBuilder encoded = new StringBuilder();
        byte[] bytes = PercentDecoding.path(rawPath).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (isSafe(bytes[i]) || isEncodedSlash(bytes, i)) {
                encoded.append((char) bytes[i]);
            } else {
                encoded.append('%').append(hex(bytes[i] >> 4)).append(hex(bytes[i]));
            }
        }
        return encoded.toString();
    }

    private static boolean isSafe(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c > 0 && SAFE.indexOf(c) >= 0);
    }

    private static boolean isEncodedSlash(byte[] bytes, int i) {
        return bytes[i] == '%'
                && i + 2 < bytes.length
                && bytes[i + 1] == '2'
                && (bytes[i + 2] | 0x20) == 'f';
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 0xf, 16));
    }
}
