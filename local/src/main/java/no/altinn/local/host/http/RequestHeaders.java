package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request's headers as functions see them. */
final class RequestHeaders {
    private RequestHeaders() {}

    /** Names in lower case; the values of a repeated one joined by a comma; empty ones kept. */
    static Map<String, String> of(HttpFields fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : fields) {
            String value = field.getValue() == null ? "" : field.getValue();
            headers.merge(field.getLowerCaseName(), value, (first, next) -> first + "," + next);
        }
        return Collections.unmodifiableMap(headers);
    }
}
