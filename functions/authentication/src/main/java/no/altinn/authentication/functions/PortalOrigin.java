package no.altinn.authentication.functions;

import no.altinn.platform.http.Request;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one origin beside this API's own whose pages may exchange and renew tokens: that of the
 * consumers' portal. Its pages show tokens in a header, so browsers send no cookies along (the
 * Fetch standard: CORS without credentials). Immutable.
 */
public final class PortalOrigin {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    /** Empty where the portal has no other origin than this API. */
    private final Optional<String> origin;

    private PortalOrigin(Optional<String> origin) {
        this.origin = origin;
    }

    /**
     * The origin of the portal, unless it is this API's own.
     *
     * @param portal any address of the portal; empty if there is none
     * @param own any address of this API
     */
    public static PortalOrigin of(Optional<URI> portal, URI own) {
        return new PortalOrigin(
                portal.map(PortalOrigin::origin).filter(some -> !some.equals(origin(own))));
    }

    /** As browsers write it: in lower case, without the scheme's own port. */
    private static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        boolean isUsual = address.getPort() < 0 || address.getPort() == usual;
        return scheme
                + "://"
                + address.getHost().toLowerCase(Locale.ROOT)
                + (isUsual ? "" : ":" + address.getPort());
    }

    /** The headers of an answer, by which the portal's pages may read it; none for others. */
    Map<String, String> headers(Request request) {
        if (origin.isEmpty()) {
            return Map.of();
        }
        // Caches must know that another origin is answered without.
        return isPortals(request)
                ? Map.of(ALLOW_ORIGIN, origin.get(), "Vary", "Origin")
                : Map.of("Vary", "Origin");
    }

    /** Whether a page of the portal asks beforehand what it may do. */
    boolean isPreflight(Request request) {
        return isPortals(request) && request.header("Access-Control-Request-Method").isPresent();
    }

    private boolean isPortals(Request request) {
        return origin.isPresent() && request.header("Origin").equals(origin);
    }
}
