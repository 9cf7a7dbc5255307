package no.altinn.local.authorization;

/** A decision request that cannot be read; all its decisions become one Indeterminate. */
final class MalformedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedRequest(String reason) {
        super(reason);
    }
}
