package no.altinn.rest.access;

import java.util.Optional;

/**
 * A party that users act for.
 *
 * @param partyId positive
 * @param name as Register has it
 * @param organisationNumber nine digits; empty for a person
 * @param nationalNumber eleven digits; empty for an organisation
 * @param parent the organisation number of a sub-unit's main unit
 * @param form the form of an organisation, for example {@code AS}, {@code BEDR}
 * @param isDeleted whether it is struck off the register
 */
public record Reportee(
        int partyId,
        Kind kind,
        String name,
        Optional<String> organisationNumber,
        Optional<String> nationalNumber,
        Optional<String> parent,
        Optional<String> form,
        boolean isDeleted) {

    /** What a party is; Altinn's names. */
    public enum Kind {
        PERSON("Person"),
        ENTERPRISE("Enterprise"),
        BUSINESS("Business");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The name in answers. */
        public String title() {
            return title;
        }
    }

    /** The id in addresses: {@code r50000001}. */
    public String id() {
        return "r" + partyId;
    }

    /** Tells nothing of the person: persons never reach a log. */
    @Override
    public String toString() {
        return id();
    }
}
