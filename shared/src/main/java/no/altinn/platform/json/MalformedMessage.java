package no.altinn.platform.json;

/** A message or document that this service has not written; trying it again will not help. */
public final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedMessage(String what) {
        super(what);
    }

    public MalformedMessage(String what, Throwable cause) {
        super(what, cause);
    }
}
