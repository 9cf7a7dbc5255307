package no.altinn.local.testdata;

/**
 * How a party is reached. A text is empty where there is none.
 *
 * @param address street and number, or a box; with postCode and city for an organisation
 */
public record ContactPoint(
        String email, String mobile, String address, String postCode, String city) {
    /** No way to reach the party. */
    static final ContactPoint NONE = new ContactPoint("", "", "", "", "");
}
