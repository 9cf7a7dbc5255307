package no.altinn.rest.door;

import no.altinn.platform.http.Request;
import no.altinn.rest.representation.Format;
import no.altinn.rest.representation.Negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same request, for answers in other representations. */
final class Representations {
    private Representations() {}

    static List<Request> others(Request request) {
        String accept = request.header("Accept").orElse("");
        List<Request> others = new ArrayList<>();
        for (Format format : Format.values()) {
            // A browser may do what others may not.
            if (format != Negotiation.of(accept) && !Negotiation.isBrowser(accept)) {
                Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                headers.putAll(request.headers());
                headers.put("Accept", format.mediaType());
                others.add(new Request("GET", request.uri(), headers, request.body()));
            }
        }
        return others;
    }
}
