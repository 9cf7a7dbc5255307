package no.altinn.rest.catalogue;

/**
 * Names an edition of a service.
 *
 * @param code 1 to 10 letters and digits, for example {@code 1001}
 * @param edition positive
 */
public record ServiceKey(String code, int edition) {
    /** For example {@code 1001/1}. */
    @Override
    public String toString() {
        return code + "/" + edition;
    }
}
