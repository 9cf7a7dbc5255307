package no.altinn.rest.door;

import no.altinn.platform.http.Request;
import no.altinn.rest.application.KnownApplications;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What pages of other origins may do (rest-api.md §1, the Fetch standard). Thread-safe. */
final class Cors {
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final int MOST_HEADERS = 50;

    /** What pages may read of answers, besides what the Fetch standard lets them. */
    private static final String EXPOSED =
            "Location, ETag, X-Warning-LimitReached, Content-MD5, Content-Disposition, Retry-After";

    private final KnownApplications applications;
    private final String ours;

    /**
     * @param base the app's own address, whose origin is always allowed
     */
    Cors(KnownApplications applications, URI base) {
        this.applications = applications;
        this.ours = origin(base);
    }

    private static String origin(URI base) {
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return base.getScheme() + "://" + base.getHost() + port;
    }

    /** Whether a request asks beforehand what a page may do. */
    static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.header("Origin").isPresent()
                && request.header("Access-Control-Request-Method").isPresent();
    }

    /**
     * The answer to a preflight.
     *
     * @throws RestError 400 if the origin is no application's
     */
    Reply preflight(Request request) {
        String origin = request.header("Origin").orElse("");
        if (!isAnyones(origin)) {
            throw RestError.badRequest("The origin is not registered for any application");
        }
        Reply reply =
                Reply.done()
                        .with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Allow-Credentials", "true")
                        .with("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                        .with("Access-Control-Max-Age", "600");
        String headers = asked(request);
        return headers.isEmpty() ? reply : reply.with("Access-Control-Allow-Headers", headers);
    }

    private static String asked(Request request) {
        return Arrays.stream(request.header("Access-Control-Request-Headers").orElse("").split(","))
                .map(String::strip)
                .filter(name -> HEADER_NAME.matcher(name).matches())
                .limit(MOST_HEADERS)
                .collect(Collectors.joining(", "));
    }

    private boolean isAnyones(String origin) {
        return origin.equals(ours) || applications.hasOrigin(origin);
    }

    /** The headers for a page of the request's origin; none for no origin or a foreign one. */
    Map<String, String> headers(Request request, Keys.Shown shown) {
        Optional<String> origin = request.header("Origin");
        if (origin.isEmpty() || !isAllowed(origin.get(), shown)) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", origin.get());
        headers.put("Access-Control-Allow-Credentials", "true");
        headers.put("Access-Control-Expose-Headers", EXPOSED);
        return headers;
    }

    private boolean isAllowed(String origin, Keys.Shown shown) {
        if (!shown.wasSent()) {
            return isAnyones(origin);
        }
        return origin.equals(ours)
                || shown.application().filter(its -> its.origins().contains(origin)).isPresent();
    }
}
