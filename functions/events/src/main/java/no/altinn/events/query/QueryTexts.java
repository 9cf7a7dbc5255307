package no.altinn.events.query;

import no.altinn.events.event.AttributeText;
import no.altinn.platform.http.Request;

/** The texts of a read, which are compared with attributes and so must be such texts. */
final class QueryTexts {
    private QueryTexts() {}

    /**
     * Checks all query parameters and one header.
     *
     * @param header a header that is read besides the query
     * @throws InvalidQuery if one of them holds what no attribute can hold
     */
    static void require(Request request, String header) {
        request.query()
                .nameOf(value -> !AttributeText.isAllowed(value))
                .ifPresent(name -> refuse("'%s' parameter", name));
        request.header(header)
                .filter(value -> !AttributeText.isAllowed(value))
                .ifPresent(value -> refuse("'%s' header", header));
    }

    private static void refuse(String what, String name) {
        String shown = what.formatted(AttributeText.shown(name));
        throw new InvalidQuery("The %s %s".formatted(shown, AttributeText.RULE));
    }
}
