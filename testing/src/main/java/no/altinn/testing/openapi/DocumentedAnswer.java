package no.altinn.testing.openapi;

import java.util.Comparator;

/**
 * An answer that a document names. Immutable.
 *
 * @param operation the id of the operation
 * @param mediaType empty for an answer without a body
 */
public record DocumentedAnswer(String operation, int status, String mediaType)
        implements Comparable<DocumentedAnswer> {
    private static final Comparator<DocumentedAnswer> ORDER =
            Comparator.comparing(DocumentedAnswer::operation)
                    .thenComparing(DocumentedAnswer::status)
                    .thenComparing(DocumentedAnswer::mediaType);

    @Override
    public int compareTo(DocumentedAnswer other) {
        return ORDER.compare(this, other);
    }
}
