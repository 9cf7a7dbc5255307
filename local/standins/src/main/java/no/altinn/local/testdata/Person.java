package no.altinn.local.testdata;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A synthetic person.
 *
 * @param nin eleven digits that belong to no real person
 * @param roles what the person is for organisations
 */
public record Person(
        String name,
        int userId,
        int partyId,
        String nin,
        UUID uuid,
        ContactPoint contact,
        List<HeldRole> roles)
        implements Party {
    /** What everyone is for oneself. */
    private static final String PRIVATE_PERSON = "PRIV";

    public Person {
        roles = List.copyOf(roles);
    }

    @Override
    public String externalUrn() {
        return "urn:altinn:person:identifier-no:" + nin;
    }

    @Override
    public List<String> urns() {
        return List.of(
                externalUrn(),
                "urn:altinn:userid:" + userId,
                "urn:altinn:partyid:" + partyId,
                "urn:altinn:party:id:" + partyId,
                "urn:altinn:party:uuid:" + uuid);
    }

    /** The last word of the name. */
    public String lastName() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The codes of the roles that the person has for a party. */
    public Set<String> rolesFor(Party party) {
        Set<String> codes = new TreeSet<>();
        if (party instanceof Organisation organisation) {
            roles.stream()
                    .filter(held -> held.org().equals(organisation.orgNo()))
                    .map(HeldRole::role)
                    .forEach(codes::add);
        } else if (party.partyId() == partyId) {
            codes.add(PRIVATE_PERSON);
        }
        return codes;
    }
}
