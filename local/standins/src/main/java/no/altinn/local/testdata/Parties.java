package no.altinn.local.testdata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everyone whom the local platform knows: {@code parties.json}, and persons and organisations that
 * are made up. The lists are those of the file; where one is looked for by a number, the file comes
 * first. Immutable.
 */
public record Parties(
        List<ServiceOwner> serviceOwners,
        List<Person> persons,
        List<Organisation> organisations,
        List<TestSystemUser> systemUsers) {

    public Parties {
        serviceOwners = List.copyOf(serviceOwners);
        persons = List.copyOf(persons);
        organisations = List.copyOf(organisations);
        systemUsers = List.copyOf(systemUsers);
    }

    /**
     * Reads the file's text.
     *
     * @throws MalformedFile if it is not of the file's form
     */
    public static Parties parse(String json) {
        return PartyFile.parse(json);
    }

    /** Who is named by this URN; its case does not matter. */
    public Optional<Party> named(String urn) {
        String wanted = urn.toLowerCase(Locale.ROOT);
        return all().filter(party -> party.urns().contains(wanted))
                .findFirst()
                .or(() -> MadeUpPersons.named(wanted))
                .or(() -> MadeUpOrganisations.named(wanted));
    }

    /** The person with this national identity number. */
    public Optional<Person> person(String nin) {
        return persons.stream()
                .filter(person -> person.nin().equals(nin))
                .findFirst()
                .or(() -> MadeUpPersons.withNin(nin));
    }

    /** The organisation with this number, at any level. */
    public Optional<Organisation> organisation(String orgNo) {
        return everyOrganisation()
                .filter(unit -> unit.orgNo().equals(orgNo))
                .findFirst()
                .or(() -> MadeUpOrganisations.withNumber(orgNo));
    }

    /** The person who logs in as this user. */
    public Optional<Person> user(int userId) {
        return named("urn:altinn:userid:" + userId)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
    }

    /** The unit that this one is directly below. */
    public Optional<Organisation> mainUnit(Party unit) {
        return everyOrganisation().filter(main -> main.subUnits().contains(unit)).findFirst();
    }

    /** The organisation that a system user acts for. */
    public Optional<Organisation> actsFor(String systemUserId) {
        return systemUsers.stream()
                .filter(user -> user.id().toString().equalsIgnoreCase(systemUserId))
                .findFirst()
                .flatMap(user -> organisation(user.orgNo()));
    }

    /** The service owner with this code. */
    public Optional<ServiceOwner> serviceOwner(String org) {
        return serviceOwners.stream().filter(owner -> owner.org().equals(org)).findFirst();
    }

    /** Every organisation of the file at every level, main units before what is below them. */
    public Stream<Organisation> everyOrganisation() {
        return organisations.stream().flatMap(Organisation::withSubUnits);
    }

    private Stream<Party> all() {
        return Stream.concat(persons.stream(), everyOrganisation());
    }
}
