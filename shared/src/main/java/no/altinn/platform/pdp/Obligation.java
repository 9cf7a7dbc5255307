package no.altinn.platform.pdp;

/**
 * A condition that comes with a permit, as one attribute assignment. Immutable.
 *
 * @param category the assignment's category, which is where the platform names the condition
 * @param attributeId the assignment's attribute
 * @param value what is demanded
 */
public record Obligation(String category, String attributeId, String value) {

    /** Whether it is the condition of this name. */
    public boolean is(String name) {
        return category.equals(name) || attributeId.equals(name);
    }
}
