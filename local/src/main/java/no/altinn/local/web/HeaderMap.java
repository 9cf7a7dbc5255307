package no.altinn.local.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Headers in the form that the Functions host gives them. */
public final class HeaderMap {
    private HeaderMap() {}

    /** Names in lower case; repeated headers joined with commas, without a space. */
    public static Map<String, String> of(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.merge(
                    field.getName().toLowerCase(Locale.ROOT),
                    field.getValue() == null ? "" : field.getValue(),
                    (first, next) -> first + "," + next);
        }
        return headers;
    }
}
