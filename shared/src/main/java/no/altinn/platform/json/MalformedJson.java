package no.altinn.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A text that is not the JSON it should be; the message says what is wrong and where. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Keeps what the parser found and where, without the text around it. */
    public MalformedJson(JsonProcessingException cause) {
        super(describe(cause), cause);
    }

    private MalformedJson(String message) {
        super(message);
    }

    /** A text without any value. */
    static MalformedJson empty() {
        return new MalformedJson("It is empty");
    }

    private static String describe(JsonProcessingException e) {
        return e.getLocation() == null
                ? reason(e)
                : "%s (line %d, column %d)"
                        .formatted(
                                reason(e),
                                e.getLocation().getLineNr(),
                                e.getLocation().getColumnNr());
    }

    /** The reason as clients see it, without the parser's classes and switches. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "The text ends too early";
        }
        if (e instanceof StreamConstraintsException) {
            return "It is nested too deeply, or a name, number or string in it is too long";
        }
        if (e instanceof MismatchedInputException) {
            return "There is text after its end";
        }
        // What was found comes before the colon, what could be allowed after it.
        return e.getOriginalMessage().split(": ", 2)[0];
    }
}
