package no.altinn.testing.cosmos;

import no.altinn.testing.cosmos.Documents.Stored;

import java.util.Optional;

/** Conditions on the version of a document (RFC 9110 §13). */
final class Preconditions {
    private Preconditions() {}

    /** Refuses with 412 unless the document has this version, if any is asked for. */
    static void require(Optional<String> etag, Stored stored) {
        if (etag.filter(asked -> !asked.equals("*") && !asked.equals(stored.etag())).isPresent()) {
            throw failed();
        }
    }

    static Refusal failed() {
        return new Refusal(412, "One of the specified pre-condition is not met.");
    }
}
