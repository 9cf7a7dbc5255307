package no.altinn.rest.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Predicate;

/** Where browsers may be sent after a login: to this system or an application. Thread-safe. */
public final class ReturnAddresses {
    private static final int LONGEST = 2_000;

    private final URI own;
    private final Predicate<URI> applications;

    /**
     * @param base this system's own address
     * @param applications whether an origin, such as {@code https://www.eksempel.no}, is an
     *     application's
     */
    public ReturnAddresses(URI base, Predicate<URI> applications) {
        this.own = origin(base);
        this.applications = applications;
    }

    /** Whether browsers may be sent to an address: absolute, and of an origin that is known. */
    public boolean allow(String address) {
        if (address.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(address);
            boolean isHttp =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && ("https".equalsIgnoreCase(uri.getScheme())
                                    || "http".equalsIgnoreCase(uri.getScheme()));
            return isHttp && (origin(uri).equals(own) || applications.test(origin(uri)));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Scheme, host and port in the spelling of browsers (RFC 6454 §6.1). */
    private static URI origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
    }
}
