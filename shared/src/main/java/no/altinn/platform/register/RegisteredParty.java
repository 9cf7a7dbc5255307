package no.altinn.platform.register;

import java.util.Optional;
import java.util.Set;

/** A party with what Register tells of it. Immutable. */
public sealed interface RegisteredParty {
    /** Its id, 1 and up. */
    int partyId();

    /** The name to show; empty where Register has none. */
    String name();

    /** Whether it is struck off, or dead. */
    boolean isDeleted();

    /** Every URN of {@link PartyUrn} that names it. */
    Set<String> urns();

    /**
     * A person.
     *
     * @param personIdentifier the national identity number, eleven digits
     */
    record Person(
            int partyId,
            String name,
            boolean isDeleted,
            String personIdentifier,
            Optional<String> lastName)
            implements RegisteredParty {
        @Override
        public Set<String> urns() {
            return Set.of(PartyUrn.party(partyId), PartyUrn.person(personIdentifier));
        }

        /** Tells nothing of the person: persons never reach a log. */
        @Override
        public String toString() {
            return "Person[partyId=" + partyId + "]";
        }
    }

    /**
     * An organisation, or a sub-unit of one.
     *
     * @param organizationIdentifier its number, nine digits
     * @param unitType its form, for example {@code AS}, {@code BEDR}
     */
    record Unit(
            int partyId,
            String name,
            boolean isDeleted,
            String organizationIdentifier,
            Optional<String> unitType,
            Optional<String> emailAddress,
            Optional<String> mobileNumber,
            Optional<MailingAddress> mailingAddress)
            implements RegisteredParty {
        @Override
        public Set<String> urns() {
            return Set.of(PartyUrn.party(partyId), PartyUrn.organization(organizationIdentifier));
        }
    }
}
