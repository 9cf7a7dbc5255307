package no.altinn.platform.jose;

/** Signatures with RSA, by the names that {@code alg} has for them (RFC 7518 §3.3). */
public enum RsaAlgorithm {
    RS256("SHA256withRSA"),
    RS384("SHA384withRSA"),
    RS512("SHA512withRSA");

    private final String jca;

    RsaAlgorithm(String jca) {
        this.jca = jca;
    }

    /** The name that Java's providers have for it. */
    String jca() {
        return jca;
    }
}
