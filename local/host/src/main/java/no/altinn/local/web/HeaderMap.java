package no.altinn.local.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers in the form that the Functions host gives them. */
public final class HeaderMap {
    private HeaderMap() {}

    /**
     * Names in lower case, in the order they came; repeated headers joined with commas, without a
     * space; empty ones kept. Unmodifiable.
     */
    public static Map<String, String> of(Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue() == null ? "" : field.getValue();
            headers.merge(field.getLowerCaseName(), value, (first, next) -> first + "," + next);
        }
        return Collections.unmodifiableMap(headers);
    }
}
