package no.altinn.testing.cosmos.sql;

/** A query, or an expression of a patch, that cannot be read. */
public final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error at the given text. */
    SyntaxError(String near) {
        super("Syntax error, incorrect syntax near '" + near + "'.");
    }
}
