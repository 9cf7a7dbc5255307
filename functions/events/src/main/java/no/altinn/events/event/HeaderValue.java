package no.altinn.events.event;

import no.altinn.platform.http.PercentEncoding;

import java.util.Optional;

/** The value of a header that carries an attribute (CloudEvents HTTP binding 1.0.2 §3.1.3.2). */
final class HeaderValue {
    private HeaderValue() {}

    /**
     * The attribute's text: double-quoted strings are unquoted (RFC 7230 §3.2.6), then
     * percent-escapes are decoded once.
     *
     * @return empty when a quoted string has no end, an escape is malformed or no UTF-8, or a
     *     character is neither ASCII nor encoded: hosts differ in what they make of such bytes
     */
    static Optional<String> decode(String value) {
        return unquote(value)
                .filter(text -> text.chars().allMatch(c -> c < 0x80))
                .flatMap(PercentEncoding::decode);
    }

    private static Optional<String> unquote(String value) {
        StringBuilder text = new StringBuilder(value.length());
        boolean isQuoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\\' && isQuoted) {
                i++;
                if (i == value.length()) {
                    return Optional.empty();
                }
                text.append(value.charAt(i));
            } else {
                text.append(c);
            }
        }
        return isQuoted ? Optional.empty() : Optional.of(text.toString());
    }
}
