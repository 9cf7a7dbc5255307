package no.altinn.local.host;

import java.util.List;

/** Functions that the real host would not load, or not serve. Every reason is told at once. */
public final class InvalidFunctions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFunctions(List<String> problems) {
        super(
                "The functions cannot be hosted:%n- %s"
                        .formatted(String.join(System.lineSeparator() + "- ", problems)));
    }
}
