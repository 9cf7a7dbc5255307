package no.altinn.events.subscription;

import no.altinn.events.event.AppSource;
import no.altinn.events.event.ResourceUrn;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The source filters that match events of an app: {@code https://{org}.{apps domain}/{org}/{app}}.
 * An app's events come from no other host, and from a path in lower case.
 */
final class AppSourceFilter {
    private static final Set<String> DOTS = Set.of(".", "..");
    private static final int HTTPS = 443;

    private final String appsDomain;

    /**
     * The source filters on apps below a domain.
     *
     * @param appsDomain in lower case
     */
    AppSourceFilter(String appsDomain) {
        this.appsDomain = appsDomain;
    }

    /** Whether it is the domain of apps, or below it. */
    boolean isOnAppsDomain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals(appsDomain) || lower.endsWith("." + appsDomain);
    }

    /**
     * The resource of the app, in lower case.
     *
     * @param source an https URL
     * @throws InvalidSubscription if the filter can match no event of an app
     */
    String resource(URI source) {
        AppSource app =
                AppSource.of(source)
                        .filter(named -> isWholePath(named, source))
                        .filter(named -> ResourceUrn.isValid(resource(named)))
                        .orElseThrow(
                                () ->
                                        new InvalidSubscription(
                                                "A valid app id is required in source filter"
                                                        + " {environment}/{org}/{app}"));
        if (!isAddress(source, app)) {
            throw new InvalidSubscription(
                    ("Source filter on an app must be %s: the host is {org}.%s, the path is in lower"
                                    + " case, and there is no user, port, query or fragment.")
                            .formatted(address(app), appsDomain));
        }
        return resource(app);
    }

    private static boolean isWholePath(AppSource app, URI source) {
        return source.getRawPath().equals("/" + app.org() + "/" + app.app())
                && !DOTS.contains(app.app());
    }

    private static String resource(AppSource app) {
        return ResourceUrn.ofApp(app.org(), app.app()).toLowerCase(Locale.ROOT);
    }

    private boolean isAddress(URI source, AppSource app) {
        return source.getHost().equalsIgnoreCase(host(app))
                && source.getRawPath().equals(source.getRawPath().toLowerCase(Locale.ROOT))
                && (source.getPort() == -1 || source.getPort() == HTTPS)
                && source.getRawUserInfo() == null
                && source.getRawQuery() == null
                && source.getRawFragment() == null;
    }

    private String address(AppSource app) {
        return ("https://" + host(app) + "/" + app.org() + "/" + app.app())
                .toLowerCase(Locale.ROOT);
    }

    private String host(AppSource app) {
        return app.org() + "." + appsDomain;
    }
}
