package no.altinn.platform.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The web origins that belong together with an address: its own, and when its host is {@code
 * platform.<domain>}, those of every host below the domain, where the apps live. Immutable.
 *
 * @param scheme of all its origins
 * @param port of all its origins
 * @param host its own host, in lower case
 * @param suffix what the other hosts end with; the host itself when there are none
 */
record Site(String scheme, int port, String host, String suffix) {
    private static final String PLATFORM = "platform";

    static Site of(URI base) {
        String host = base.getHost().toLowerCase(Locale.ROOT);
        String suffix = host.startsWith(PLATFORM + ".") ? host.substring(PLATFORM.length()) : host;
        return new Site(base.getScheme().toLowerCase(Locale.ROOT), port(base), host, suffix);
    }

    /**
     * Whether an {@code Origin} header's value belongs here; {@code null} and the malformed do not.
     */
    boolean includes(String origin) {
        try {
            URI uri = new URI(origin);
            if (uri.getHost() == null || uri.getScheme() == null) {
                return false;
            }
            String from = uri.getHost().toLowerCase(Locale.ROOT);
            return scheme.equals(uri.getScheme().toLowerCase(Locale.ROOT))
                    && port == port(uri)
                    && (from.equals(host) || isBelow(from));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isBelow(String from) {
        return suffix.startsWith(".") && from.endsWith(suffix);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
