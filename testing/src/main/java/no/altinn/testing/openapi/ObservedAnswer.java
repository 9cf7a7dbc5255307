package no.altinn.testing.openapi;

/**
 * What an app answered.
 *
 * @param operation its name in the document: {@code GET /path/{part}}
 * @param mediaType of the body, with parameters or without; empty for no body
 * @param body as text; empty for none, and for bytes that are no text
 */
public record ObservedAnswer(String operation, int status, String mediaType, String body) {
    /** The answer's name among those that a document has. */
    public String name() {
        return operation + " " + status;
    }
}
