package no.altinn.rest.certificate;

/** A certificate that is not good. The message is for the log: callers get one answer for all. */
public final class CertificateRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CertificateRefused(String message) {
        super(message);
    }

    public CertificateRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
