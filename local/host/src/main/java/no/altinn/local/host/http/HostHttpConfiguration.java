package no.altinn.local.host.http;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/** How strictly the host's front reads HTTP. */
public final class HostHttpConfiguration {
    // The bound of the real host's server for all request headers together.
    private static final int HEADER_BYTES = 32 * 1024;

    // An answer may repeat the request's query, which percent-encoding makes up to three times as
    // long; the real host's server sets no bound.
    private static final int ANSWER_HEADER_BYTES = 4 * HEADER_BYTES;

    private HostHttpConfiguration() {}

    /** A configuration for a connector that functions are served on. */
    public static HttpConfiguration create() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        // Larger ones are taken when they are needed: each has a buffer for as long as a client
        // takes its answer, and Jetty's pool keeps none of over 64 KiB, so that they would be left
        // to the garbage collector at every answer.
        configuration.setMaxResponseHeaderSize(ANSWER_HEADER_BYTES);
        // Functions judge encoded slashes, empty segments and the like; no path here ever
        // becomes a file's.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }
}
