package no.altinn.local.tokens;

import no.altinn.platform.http.Request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** HTTP Basic (RFC 7617) with any user and password that are not empty. */
final class BasicCredentials {
    private static final String SCHEME = "Basic ";
    private static final Pattern PAIR = Pattern.compile("[^:]+:.+", Pattern.DOTALL);

    private BasicCredentials() {}

    static boolean areIn(Request request) {
        String header = request.header("Authorization").orElse("");
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && isPair(header.substring(SCHEME.length()).strip());
    }

    private static boolean isPair(String base64) {
        try {
            byte[] pair = Base64.getDecoder().decode(base64);
            return PAIR.matcher(new String(pair, StandardCharsets.UTF_8)).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
