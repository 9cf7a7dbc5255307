package no.altinn.events.subscription;

import java.net.URI;
import java.util.Locale;

/**
 * What of a source is compared with a source filter.
 *
 * @param origin scheme, host and port, in lower case
 * @param path the path as it is, with a slash at its end
 */
record SourceAddress(String origin, String path) {
    static SourceAddress of(URI source) {
        return new SourceAddress(origin(source), path(source));
    }

    /** Whether this address is the base, or below it; whole segments of the path count. */
    boolean isAtOrBelow(SourceAddress base) {
        return origin.equals(base.origin) && path.startsWith(base.path);
    }

    private static String origin(URI uri) {
        int port =
                uri.getPort() < 0 && "https".equalsIgnoreCase(uri.getScheme())
                        ? 443
                        : uri.getPort();
        return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return path.endsWith("/") ? path : path + "/";
    }
}
