package no.altinn.events.event;

import java.util.List;
import java.util.stream.Collectors;

/** An app registers an event without a member that it must send. The app reads the message. */
public final class IncompleteRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /**
     * A request without these members.
     *
     * @param missing their names
     */
    IncompleteRequest(List<String> missing) {
        super("Missing parameter values: source, subject and type cannot be null");
        this.detail =
                getMessage()
                        + missing.stream()
                                .map("'%s'"::formatted)
                                .collect(Collectors.joining(", ", ". Missing here: ", "."));
    }

    /** The message, and a second sentence that names what is missing. */
    public String detail() {
        return detail;
    }
}
