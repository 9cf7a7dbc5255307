package no.altinn.local.contract;

import no.altinn.rest.endpoint.openapi.RestAnswers;
import no.altinn.testing.openapi.ApiDocument;
import no.altinn.testing.openapi.Operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The OpenAPI documents of the REST app, as the running platform gives them. */
record RestDocumentation(List<ApiDocument> documents) {
    private static final List<String> PATHS =
            List.of("api/help/openapi.json", "api/serviceowner/help/openapi.json");

    static RestDocumentation of(Platform platform) {
        return new RestDocumentation(
                PATHS.stream()
                        .map(path -> platform.call("GET", path).send().body())
                        .map(json -> ApiDocument.of(json, RestAnswers.FORMS))
                        .toList());
    }

    /** Every operation of both. */
    Stream<Operation> operations() {
        return documents.stream().flatMap(document -> document.operations().stream());
    }

    /**
     * The operation of a request; empty for one that no document has.
     *
     * @param path as it was sent, without the query
     */
    Optional<Operation> find(String method, String path) {
        boolean isOwners = path.toLowerCase(Locale.ROOT).startsWith("/api/serviceowner/");
        return documents.get(isOwners ? 1 : 0).find(method, path);
    }

    /**
     * Holds an answer against what is documented of its operation.
     *
     * @throws AssertionError if it is documented otherwise, or not at all
     */
    static void hold(
            Operation operation, int status, Map<String, List<String>> headers, String body) {
        operation.hold(RestAnswers.real(operation.path(), status, headers, body));
    }
}
