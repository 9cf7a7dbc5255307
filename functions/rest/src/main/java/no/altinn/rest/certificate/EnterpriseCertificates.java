package no.altinn.rest.certificate;

/** Whose certificates are. Implementations are thread-safe. */
@FunctionalInterface
public interface EnterpriseCertificates {
    /** Refuses every certificate, where none are taken. */
    EnterpriseCertificates NONE =
            certificate -> {
                throw new CertificateRefused("Certificates are not taken here");
            };

    /**
     * The number of the organisation that a certificate was issued to.
     *
     * @param certificate DER in Base64
     * @return nine digits
     * @throws CertificateRefused if it is not good, or that cannot be found out now
     */
    String organisation(String certificate);
}
