package no.altinn.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A text that is not the JSON it should be; the message says what is wrong and where. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Keeps the parser's own words and place, without the text itself. */
    public MalformedJson(JsonProcessingException cause) {
        super(describe(cause), cause);
    }

    private static String describe(JsonProcessingException e) {
        return e.getLocation() == null
                ? e.getOriginalMessage()
                : "%s (line %d, column %d)"
                        .formatted(
                                e.getOriginalMessage(),
                                e.getLocation().getLineNr(),
                                e.getLocation().getColumnNr());
    }
}
