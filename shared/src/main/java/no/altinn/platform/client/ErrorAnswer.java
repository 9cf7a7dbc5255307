package no.altinn.platform.client;

/** Another part of the platform answered every try with a status that says it may pass. */
public final class ErrorAnswer extends Unavailable {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** The last answer: 408, 429 or 5xx. */
    ErrorAnswer(Reply reply) {
        super(reply.toString());
        this.status = reply.status();
    }

    /** The status of the last answer. */
    public int status() {
        return status;
    }
}
