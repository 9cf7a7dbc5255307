package no.altinn.rest.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Where browsers may be sent: to origins that are known. Thread-safe. */
public final class ReturnAddresses {
    /** The most characters of an address. */
    public static final int LONGEST = 2_000;

    private final Predicate<URI> known;

    private ReturnAddresses(Predicate<URI> known) {
        this.known = known;
    }

    /**
     * Those of this system and of applications, as after a login.
     *
     * @param base this system's own address
     * @param applications whether an origin, such as {@code https://www.eksempel.no}, is an
     *     application's
     */
    public ReturnAddresses(URI base, Predicate<URI> applications) {
        URI own = origin(base);
        this.known = origin -> origin.equals(own) || applications.test(origin);
    }

    /** Those of some origins alone, such as {@code https://www.eksempel.no}. */
    public static ReturnAddresses on(Set<String> origins) {
        return new ReturnAddresses(origin -> origins.contains(origin.toString()));
    }

    /**
     * Whether browsers may be sent to an address: absolute, of an origin that is known, and of
     * {@link #LONGEST} characters at most.
     */
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
            return isHttp && known.test(origin(uri));
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
