package no.altinn.local.web;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Keeps what is for the platform's own pages from the pages of other sites, which run in the same
 * browser. A client that is no browser says nothing of a site, and is let in.
 */
public final class OwnPages {
    private static final String SITE = "Sec-Fetch-Site";
    private static final String OWN = "same-origin";

    /** Names of this machine that no site can make its own: {@code localhost} and IP addresses. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile(
                    "(?:(?:[^.:]+\\.)*localhost|[0-9]+(?:\\.[0-9]+){3}|\\[[0-9a-f:.]+])(?::[0-9]*)?",
                    Pattern.CASE_INSENSITIVE);

    /** A page's own requests, and an address that a person has typed. */
    private static final Set<String> MAY_READ = Set.of(OWN, "none");

    private OwnPages() {}

    /**
     * Whether a browser sent it for another site's page. Of the two headers that tell so, older
     * browsers and pages without TLS have {@code Origin} alone.
     */
    public static boolean isOfAnotherSite(HttpFields headers) {
        return isOther(
                Set.of(OWN),
                Optional.ofNullable(headers.get(SITE)),
                Optional.ofNullable(headers.get(HttpHeader.ORIGIN)),
                Optional.ofNullable(headers.get(HttpHeader.HOST)));
    }

    /** The same of a request that has been read. */
    public static boolean isOfAnotherSite(Request request) {
        return isOther(
                Set.of(OWN),
                request.header(SITE),
                request.header("Origin"),
                request.header("Host"));
    }

    /**
     * The same endpoint, which answers 403 to pages of other sites, and whose answers are kept
     * nowhere.
     */
    public static Endpoint only(Endpoint endpoint) {
        return request -> {
            refuseOthers(request);
            return unkept(endpoint.answer(request));
        };
    }

    /** The same for paths with parameters. */
    public static BiFunction<Request, Map<String, String>, Answer> only(
            BiFunction<Request, Map<String, String>, Answer> endpoint) {
        return (request, values) -> only(plain -> endpoint.apply(plain, values)).answer(request);
    }

    private static void refuseOthers(Request request) {
        boolean isOther =
                isOther(
                        request.method().equals("GET") ? MAY_READ : Set.of(OWN),
                        request.header(SITE),
                        request.header("Origin"),
                        request.header("Host"));
        if (isOther) {
            throw Problem.of(403, "This is for the platform's own pages, not for other sites'.");
        }
        // A site may lead its own name here, and is the same origin then.
        if (request.header("Host").filter(host -> !isThisMachine(host)).isPresent()) {
            throw Problem.of(403, "This is answered at localhost and at IP addresses alone.");
        }
    }

    private static boolean isThisMachine(String host) {
        return THIS_MACHINE.matcher(host).matches();
    }

    private static Answer unkept(Answer answer) {
        return answer.with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff");
    }

    private static boolean isOther(
            Set<String> allowed,
            Optional<String> site,
            Optional<String> origin,
            Optional<String> host) {
        return site.filter(it -> !allowed.contains(it)).isPresent()
                || origin.filter(it -> !isHost(it, host.orElse(""))).isPresent();
    }

    /** Whether the origin has this host and port. A proxy may have changed the scheme. */
    private static boolean isHost(String origin, String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
