package no.altinn.rest.file;

/** A file that a front has sent, or says it has, cannot be taken. */
public final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The name was given out to another request, or to none. */
        FOREIGN("The file was not expected for this request by this caller"),
        /** The name counts no more. */
        LATE("The file was expected until 24 hours after it was announced; send it again"),
        /** There is no file of the name. */
        ABSENT("The file has not come; it must be sent before it is committed"),
        /** The request was made before. */
        TAKEN("The file has been committed already"),
        /** It is longer or shorter than announced, and was removed. */
        LENGTH("The file that came has another length than was announced"),
        /** It has another checksum than the client told, and was removed. */
        CHECKSUM("The file that came does not match Content-MD5");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    private final Reason reason;

    NotTaken(Reason reason) {
        super(reason.text);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
