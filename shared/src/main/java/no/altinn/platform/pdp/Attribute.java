package no.altinn.platform.pdp;

/**
 * One attribute of a request to the policy decision point. Immutable.
 *
 * @param id the attribute's URN
 * @param value never empty by convention, never null
 * @param dataType {@code string} or the URI of an XML Schema type
 * @param includeInResult whether the answer repeats it, so that answers find their questions
 * @param decisive whether a policy may depend on it; decisions are only shared between questions
 *     whose decisive attributes are all equal
 */
public record Attribute(
        String id, String value, String dataType, boolean includeInResult, boolean decisive) {
    private static final String STRING = "string";
    private static final String INTEGER = "http://www.w3.org/2001/XMLSchema#integer";

    /** A decisive text that the answer does not repeat. */
    public static Attribute of(String id, String value) {
        return new Attribute(id, value, STRING, false, true);
    }

    /** The same, repeated in the answer. */
    public Attribute included() {
        return new Attribute(id, value, dataType, true, decisive);
    }

    /** The same, though no policy depends on it. */
    public Attribute informative() {
        return new Attribute(id, value, dataType, includeInResult, false);
    }

    /** The same as an integer. */
    public Attribute integer() {
        return new Attribute(id, value, INTEGER, includeInResult, decisive);
    }
}
