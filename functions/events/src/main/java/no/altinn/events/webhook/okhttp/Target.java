package no.altinn.events.webhook.okhttp;

import okhttp3.HttpUrl;

import java.nio.charset.StandardCharsets;

/**
 * Where an endpoint is, and what the head of each request to it begins with. Immutable.
 *
 * @param origin the scheme, host and port, by which connections are kept
 * @param head the request line and the headers that are always the same
 */
record Target(HttpUrl url, String origin, String head) {
    static final String USER_AGENT = "Altinn-Events/1.0";

    /** The target of a URL. */
    static Target of(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        String origin = url.scheme() + "://" + host + ":" + url.port();
        boolean isUsual = url.port() == HttpUrl.defaultPort(url.scheme());
        String query = url.encodedQuery() == null ? "" : "?" + url.encodedQuery();
        String head =
                "POST "
                        + url.encodedPath()
                        + query
                        + " HTTP/1.1\r\nHost: "
                        + (isUsual ? host : host + ":" + url.port())
                        + "\r\nUser-Agent: "
                        + USER_AGENT
                        + "\r\nAccept-Encoding: identity\r\nConnection: Keep-Alive\r\nContent-Type: "
                        + OneShotBody.JSON
                        + "\r\n";
        return new Target(url, origin, head);
    }

    /** A request for a kept connection. */
    byte[] request(String moreHeaders, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] before =
                (head + moreHeaders + "Content-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        // One write is one packet, or few.
        byte[] request = new byte[before.length + bytes.length];
        System.arraycopy(before, 0, request, 0, before.length);
        System.arraycopy(bytes, 0, request, before.length, bytes.length);
        return request;
    }
}
