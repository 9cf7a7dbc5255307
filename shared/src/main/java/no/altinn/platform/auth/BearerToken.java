package no.altinn.platform.auth;

import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request carries its bearer token: the {@code Authorization} header, else the cookie of
 * the portal, else the cookie of the apps' runtime. Immutable.
 */
public final class BearerToken {
    private static final String PORTAL_COOKIE = ".ALTINNTOKEN";
    private static final String BEARER = "Bearer";
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final String runtimeCookie;
    private final Site site;

    /**
     * @param runtimeCookie the runtime's cookie, usually {@code AltinnStudioRuntime}
     * @param baseUri this system's own address, from which browsers may send cookies
     */
    public BearerToken(String runtimeCookie, URI baseUri) {
        this.runtimeCookie = runtimeCookie;
        this.site = Site.of(baseUri);
    }

    /**
     * Finds the token, good or bad.
     *
     * @return what was sent as a token, which may be the empty text; empty when nothing was sent
     * @throws Problem 403 if a cookie was used to change something from another site
     */
    public Optional<String> find(Request request) {
        Optional<String> credentials = inHeader(request);
        if (credentials.isPresent()) {
            return credentials;
        }
        Optional<String> cookie = cookie(request);
        if (cookie.isPresent() && isForged(request)) {
            throw Refusal.misplaced(
                    "A page of another site sent this request with a cookie. Send the token in the"
                            + " header Authorization instead.");
        }
        return cookie;
    }

    /**
     * The token of the {@code Authorization} header alone, good or bad. That is where tokens of
     * other issuers come; cookies hold none but Altinn's.
     */
    public static Optional<String> inHeader(Request request) {
        return credentials(request.header("Authorization").orElse(""));
    }

    /** What follows the scheme; no pattern, whose work could grow with the square of the length. */
    private static Optional<String> credentials(String authorization) {
        String header = authorization.strip();
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String rest = header.substring(BEARER.length());
        return rest.isEmpty() || Character.isWhitespace(rest.charAt(0))
                ? Optional.of(rest.strip())
                : Optional.empty();
    }

    private Optional<String> cookie(Request request) {
        Cookies cookies = Cookies.parse(request.header("Cookie").orElse(""));
        return cookies.find(PORTAL_COOKIE).or(() -> cookies.find(runtimeCookie));
    }

    /** Browsers send cookies for any site that asks; only {@code Origin} names the site. */
    private boolean isForged(Request request) {
        return CHANGING.contains(request.method())
                && request.header("Origin").filter(origin -> !site.includes(origin)).isPresent();
    }
}
