package no.altinn.rest.door;

import no.altinn.platform.http.PercentEncoding;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a request asks for, below {@code api/}. Immutable. */
final class Address {
    private static final String API = "api";

    private final List<String> raw;
    private final List<String> path;
    private final String query;

    private Address(List<String> raw, List<String> path, String query) {
        this.raw = raw;
        this.path = path;
        this.query = query;
    }

    /**
     * Reads an address; what stands in it before {@code api} is a gateway's.
     *
     * @throws RestError 404 if it is not below {@code api}; 400 if it is no encoded UTF-8
     */
    static Address of(URI uri) {
        List<String> segments = Template.split(uri.getRawPath());
        int api = 0;
        while (api < segments.size() && !segments.get(api).equalsIgnoreCase(API)) {
            api++;
        }
        if (api == segments.size()) {
            throw RestError.notFound();
        }
        List<String> raw = segments.subList(api + 1, segments.size());
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Address(raw, raw.stream().map(Address::decoded).toList(), query);
    }

    private static String decoded(String segment) {
        return PercentEncoding.decode(segment)
                .orElseThrow(() -> RestError.badRequest("The path is no encoded UTF-8"));
    }

    /** The segments, decoded. */
    List<String> path() {
        return path;
    }

    /** The first segment in lower case; empty for {@code api} itself. */
    String root() {
        return path.isEmpty() ? "" : path.get(0).toLowerCase(Locale.ROOT);
    }

    /**
     * Where a browser logs in that is to come back here.
     *
     * @param base the app's own address of {@code api}
     */
    String login(String base) {
        String back = base + "/" + String.join("/", raw) + query;
        return base
                + "/authentication/login?returnUrl="
                + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
