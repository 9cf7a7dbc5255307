package no.altinn.platform.http;

import java.net.URI;

/**
 * The addresses in the examples of documents that describe an API. They are written for the local
 * platform at its usual port, and served for the server that the document comes from.
 */
public final class ExampleAddresses {
    /** What the addresses begin with as they are written. */
    private static final String WRITTEN = "http://localhost:7071/";

    private ExampleAddresses() {}

    /**
     * The document with addresses of a server.
     *
     * @param json a document of JSON in which no slash is escaped
     * @param server any address of the server
     */
    public static String of(URI server, String json) {
        return json.replace(WRITTEN, server.resolve("/").toString());
    }
}
