package no.altinn.local.host;

import java.util.List;

/** Functions that the real host would not load, or not serve. The message has every reason. */
public final class InvalidFunctions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With one line for each reason. */
    public InvalidFunctions(List<String> problems) {
        super(
                "The functions cannot be hosted:%n- %s"
                        .formatted(String.join(System.lineSeparator() + "- ", problems)));
    }
}
