package no.altinn.platform.register;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/** Reads parties in the form of the second generation of Register's API. */
final class PartyReader {
    /** The members that are read here. */
    static final String FIELDS =
            "identifiers,type,display-name,deleted,person.last-name,"
                    + "org.type,org.email,org.mobile,org.mailing-address";

    private PartyReader() {}

    /**
     * A person or an organisation; empty for what is neither, such as a system user, and for a
     * party that no id of {@link PartyUrn} names.
     */
    static Optional<RegisteredParty> read(JsonNode party) {
        int partyId = party.path("partyId").asInt();
        if (partyId < 1) {
            return Optional.empty();
        }
        Optional<String> nin = text(party, "personIdentifier");
        return nin.isPresent()
                ? Optional.of(person(party, partyId, nin.get()))
                : text(party, "organizationIdentifier").map(number -> unit(party, partyId, number));
    }

    private static RegisteredParty person(JsonNode party, int partyId, String nin) {
        return new RegisteredParty.Person(
                partyId, name(party), isDeleted(party), nin, text(party, "lastName"));
    }

    private static RegisteredParty unit(JsonNode party, int partyId, String number) {
        return new RegisteredParty.Unit(
                partyId,
                name(party),
                isDeleted(party),
                number,
                text(party, "unitType"),
                text(party, "emailAddress"),
                text(party, "mobileNumber"),
                Optional.of(party.path("mailingAddress"))
                        .filter(JsonNode::isObject)
                        .map(PartyReader::address));
    }

    private static MailingAddress address(JsonNode address) {
        return new MailingAddress(
                text(address, "address"), text(address, "postalCode"), text(address, "city"));
    }

    private static String name(JsonNode party) {
        return text(party, "displayName").orElse("");
    }

    private static boolean isDeleted(JsonNode party) {
        return party.path("isDeleted").asBoolean();
    }

    private static Optional<String> text(JsonNode object, String member) {
        return Optional.ofNullable(object.path(member).textValue())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
