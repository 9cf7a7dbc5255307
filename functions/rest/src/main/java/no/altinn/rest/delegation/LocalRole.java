package no.altinn.rest.delegation;

import java.util.List;

/**
 * A role that a party made of rights, to give them together.
 *
 * @param partyId the party's id
 * @param id positive; no role of the catalogue has it
 * @param name 1 to {@link LocalRoles#LONGEST_TEXT} characters
 * @param description up to as many
 */
public record LocalRole(
        int partyId, int id, String name, String description, List<Gift.Right> rights) {
    public LocalRole {
        rights = List.copyOf(rights);
    }

    /** What it is given by. */
    public String code() {
        return code(id);
    }

    static String code(int id) {
        return "LOCAL" + id;
    }

    /** Whether a code is a local role's, of whichever party. */
    public static boolean isCode(String code) {
        return code.matches("LOCAL[0-9]{1,10}");
    }
}
