package no.altinn.local.idporten;

import no.altinn.local.oauth.OAuthError;
import no.altinn.platform.http.QueryParameters;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a client wants the person to be sent after the login (RFC 6749 §3.1.2). Immutable.
 *
 * @param text as the client wrote it, to be compared character by character
 */
record RedirectUri(String text) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    // RFC 6749 §4.1.2, RFC 9207 §2.
    private static final Set<String> OURS =
            Set.of("code", "state", "iss", "error", "error_description");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads an address. Since no client is registered, none can be compared with; what remains is
     * that tokens' codes go to https, or over http to this machine, and never to a script.
     *
     * @throws OAuthError if it is no such address, has a fragment or user info, or a parameter that
     *     the answer will have
     */
    static RedirectUri of(String text) throws OAuthError {
        URI uri = parse(text);
        boolean isPlain =
                uri.getRawUserInfo() == null
                        && uri.getRawFragment() == null
                        && uri.getPort() <= HIGHEST_PORT;
        if (!isPlain || !(isHttps(uri) || isHttpOnThisMachine(uri))) {
            throw refused();
        }
        if (parameterNames(uri).anyMatch(OURS::contains)) {
            throw OAuthError.invalidRequest(
                    "redirect_uri must not have a parameter that the answer will have");
        }
        return new RedirectUri(text);
    }

    /** In lower case, since some clients don't tell cases apart. */
    private static Stream<String> parameterNames(URI uri) {
        return Stream.of(Objects.requireNonNullElse(uri.getRawQuery(), "").split("&", -1))
                .map(pair -> pair.split("=", 2)[0])
                .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static URI parse(String text) throws OAuthError {
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw refused();
        }
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    }

    private static boolean isHttpOnThisMachine(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static OAuthError refused() {
        return OAuthError.invalidRequest(
                "redirect_uri must be an https address, or an http address on this machine,"
                        + " without user info and fragment");
    }

    /** The address with parameters added to its query, which is kept as it is. */
    String with(QueryParameters answer) {
        int query = text.indexOf('?');
        if (query < 0) {
            return text + "?" + answer;
        }
        return query == text.length() - 1 ? text + answer : text + "&" + answer;
    }

    @Override
    public String toString() {
        return text;
    }
}
