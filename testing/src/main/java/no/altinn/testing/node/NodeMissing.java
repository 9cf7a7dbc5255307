package no.altinn.testing.node;

/** This machine cannot run what needs Node. The message says why, and what is expected. */
public final class NodeMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeMissing(String reason) {
        super(reason);
    }

    NodeMissing(String reason, Throwable cause) {
        super(reason, cause);
    }
}
