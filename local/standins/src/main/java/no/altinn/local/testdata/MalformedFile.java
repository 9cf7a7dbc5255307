package no.altinn.local.testdata;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A file that a developer wrote is not of its form; the message names what is wrong in it. */
public final class MalformedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedFile(JsonProcessingException cause) {
        super(cause.getMessage(), cause);
    }
}
