package no.altinn.events.portal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What browsers may do on the portal (Content Security Policy, Trusted Types): load from its own
 * host alone, call nothing but the API and the two addresses of the login, and make no markup of
 * text.
 */
final class PortalPolicy {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src %s; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'; require-trusted-types-for 'script';"
                    + " trusted-types 'none'";

    private PortalPolicy() {}

    /** The headers of the page and of each file. */
    static Map<String, String> headers(PortalSettings settings) {
        return Map.of(
                "Content-Security-Policy",
                POLICY.formatted(String.join(" ", connections(settings))),
                "Referrer-Policy",
                "no-referrer",
                "Cross-Origin-Opener-Policy",
                "same-origin");
    }

    private static List<String> connections(PortalSettings settings) {
        return Stream.of(
                        Stream.of("'self'"),
                        settings.idPorten().map(login -> login.issuer().toString()).stream(),
                        Stream.of(origin(settings.exchange())))
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
