package no.altinn.bench.rest;

import java.nio.charset.StandardCharsets;

/** Requests to the apps, as bytes. */
public final class Requests {
    private static final String KEY = "11111111-1111-1111-1111-111111111111";

    private Requests() {}

    /** 50 events of a resource, the oldest first. */
    static byte[] events(String token, String resource) {
        return events(token, resource, "0");
    }

    /** 50 events of a resource, from behind the event with an id, or from the oldest (0). */
    public static byte[] events(String token, String resource, String after) {
        return get(
                "/events/api/v1/events?size=50&after=%s&resource=urn:altinn:resource:%s"
                        .formatted(after, resource),
                bearer(token));
    }

    /** A token like this one, which lasts longer. */
    public static byte[] renewal(String token) {
        return get("/authentication/api/v1/refresh", bearer(token));
    }

    /** The first 50 messages of the user's box. */
    public static byte[] messages(String token) {
        return get(
                "/api/my/messages",
                bearer(token) + "ApiKey: " + KEY + "\r\nAccept: application/hal+json\r\n");
    }

    /** The list of all services, unless it has the tag still. */
    static byte[] metadata(String tag) {
        return get(
                "/api/metadata", "Accept: application/hal+json\r\nIf-None-Match: " + tag + "\r\n");
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static byte[] get(String address, String headers) {
        return ("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
