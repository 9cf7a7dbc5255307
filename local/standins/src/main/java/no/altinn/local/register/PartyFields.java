package no.altinn.local.register;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.ContactPoint;
import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Party;
import no.altinn.local.testdata.Person;
import no.altinn.platform.http.Problem;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Which members of parties a query wants; a party never has less than its identifiers. */
record PartyFields(List<BiConsumer<ObjectNode, Party>> members) {
    private static final Map<String, BiConsumer<ObjectNode, Party>> KNOWN =
            Map.of(
                    "identifiers",
                    (json, party) -> {},
                    "type",
                    (json, party) -> {},
                    "display-name",
                    (json, party) -> json.put("displayName", party.name()),
                    "deleted",
                    (json, party) -> json.put("isDeleted", PartyRecords.isDeleted(party)),
                    "person.last-name",
                    PartyFields::lastName,
                    "org.type",
                    unit((json, unit) -> json.put("unitType", unit.form())),
                    "org.email",
                    contact((json, at) -> putUnlessEmpty(json, "emailAddress", at.email())),
                    "org.mobile",
                    contact((json, at) -> putUnlessEmpty(json, "mobileNumber", at.mobile())),
                    "org.mailing-address",
                    contact(PartyFields::mailingAddress));

    /**
     * The fields of a parameter such as {@code identifiers,display-name}.
     *
     * @throws Problem 400 if there is no field of a name
     */
    static PartyFields of(String parameter) {
        return new PartyFields(
                List.of(parameter.split(",")).stream().map(PartyFields::member).toList());
    }

    private static BiConsumer<ObjectNode, Party> member(String name) {
        BiConsumer<ObjectNode, Party> member = KNOWN.get(name);
        if (member == null) {
            throw Problem.badRequest("There is no such field.");
        }
        return member;
    }

    ObjectNode render(Party party) {
        ObjectNode json = PartyRecords.second(party);
        members.forEach(member -> member.accept(json, party));
        return json;
    }

    private static void lastName(ObjectNode json, Party party) {
        if (party instanceof Person person) {
            json.put("lastName", person.lastName());
        }
    }

    private static BiConsumer<ObjectNode, Party> unit(BiConsumer<ObjectNode, Organisation> member) {
        return (json, party) -> {
            if (party instanceof Organisation organisation) {
                member.accept(json, organisation);
            }
        };
    }

    private static BiConsumer<ObjectNode, Party> contact(
            BiConsumer<ObjectNode, ContactPoint> member) {
        return unit((json, unit) -> member.accept(json, unit.contact()));
    }

    private static void mailingAddress(ObjectNode json, ContactPoint at) {
        if (!at.address().isEmpty() || !at.city().isEmpty()) {
            ObjectNode address = json.putObject("mailingAddress");
            putUnlessEmpty(address, "address", at.address());
            putUnlessEmpty(address, "postalCode", at.postCode());
            putUnlessEmpty(address, "city", at.city());
        }
    }

    private static void putUnlessEmpty(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }
}
