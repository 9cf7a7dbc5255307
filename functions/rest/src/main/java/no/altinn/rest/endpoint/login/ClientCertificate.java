package no.altinn.rest.endpoint.login;

import no.altinn.platform.http.Request;

import java.util.Optional;

/** The client certificate of a connection, as the front passes it on (rest-api.md §1). */
final class ClientCertificate {
    private static final String HEADER = "X-ARR-ClientCert";
    private static final String WANTED = "ForceEIAuthentication";

    private ClientCertificate() {}

    /** DER in Base64, as it came; empty for none. */
    static Optional<String> in(Request request) {
        return request.header(HEADER).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Whether the client wants it to count: the query names it, with a value or without. */
    static boolean isWanted(Request request) {
        return request.query().has(WANTED);
    }
}
