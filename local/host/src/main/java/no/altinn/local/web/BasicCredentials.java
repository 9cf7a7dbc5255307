package no.altinn.local.web;

import no.altinn.platform.http.Request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user and password of a request by HTTP Basic (RFC 7617). Immutable.
 *
 * @param user not empty, without a colon
 * @param password not empty
 */
public record BasicCredentials(String user, String password) {
    private static final String SCHEME = "Basic ";
    private static final Pattern PAIR = Pattern.compile("([^:]+):(.+)", Pattern.DOTALL);

    /** The credentials of a request; empty if it has no Basic header, or a malformed one. */
    public static Optional<BasicCredentials> of(Request request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> pair(header.substring(SCHEME.length()).strip()));
    }

    private static Optional<BasicCredentials> pair(String base64) {
        try {
            byte[] pair = Base64.getDecoder().decode(base64);
            Matcher matcher = PAIR.matcher(new String(pair, StandardCharsets.UTF_8));
            return matcher.matches()
                    ? Optional.of(new BasicCredentials(matcher.group(1), matcher.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return "BasicCredentials[" + user + "]";
    }
}
