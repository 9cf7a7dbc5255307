package no.altinn.local;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.rest.contact.Contact;
import no.altinn.rest.contact.ContactAddress;
import no.altinn.rest.contact.Contacts;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Delegations;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.login.Account;
import no.altinn.rest.login.UserName;
import no.altinn.rest.login.Users;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The users who may log in from the start, and their roles (rest-api.md §7). Of the passwords there
 * are only the hashes here, as of all others. A user who is there already keeps name, password and
 * roles as they are.
 */
final class LocalUsers {
    /** The national number of person A. */
    static final String A = "01909012345";

    /** The number of the organisation that person A acts for. */
    static final String ORGANISATION = "310000001";

    private static final String B = "02909012346";
    private static final String SUB_UNIT = "310000002";
    private static final int ENTERPRISE_USER = 1_500_000_310;
    private static final String SCHEME = "$argon2id$v=19$m=19456,t=2,p=1$";
    private static final String HASH_OF_A =
            SCHEME + "0bBfXSIq9ce2Tm3s/4veHA$9afeMR0sKjRe4xewbfchOa3pin5i//XJ6mnPr3+W2Ks";
    private static final String HASH_OF_B =
            SCHEME + "/8/I+ygSkLP/t3qGMYQY6A$SjM/oKLzPZa3YHXvODOrq3RjptOFT/dcIkiQrehhBsI";
    private static final String HASH_OF_ENTERPRISE_USER =
            SCHEME + "P0qEIXiFK3BuFMNH/nfSxg$mRdqCrqpNkXjIB/DidSGHy6GkMR8ymJVrd6JbllG/lg";

    private static final Gift ADMINISTRATOR = new Gift.Role("HADM");
    private static final Gift SUBMITTER = new Gift.Role("UTINN");
    private static final Delegation.Giver GIVER = Delegation.Giver.user("Organisation");

    private final Users users;
    private final Delegations delegations;
    private final Contacts contacts;
    private final Parties parties;

    LocalUsers(EntryStore store, Parties parties, Clock clock) {
        this.users = new Users(store.of(Tables.USERS), clock);
        this.delegations =
                new Delegations(
                        store.of(Tables.DELEGATIONS),
                        () ->
                                ThreadLocalRandom.current()
                                        .nextInt(
                                                Delegations.FIRST_NUMBER,
                                                Delegations.LAST_NUMBER + 1),
                        clock);
        this.contacts = new Contacts(store.of(Tables.CONTACTS), clock);
        this.parties = parties;
    }

    /** Makes those who are not there. */
    void make() {
        Optional<Organisation> organisation = parties.organisation(ORGANISATION);
        Optional<Organisation> subUnit = parties.organisation(SUB_UNIT);
        if (organisation.isEmpty() || subUnit.isEmpty()) {
            return;
        }
        List<Organisation> both = List.of(organisation.get(), subUnit.get());
        parties.person(A)
                .filter(this::isNew)
                .ifPresent(
                        person -> {
                            give(person, both, ADMINISTRATOR);
                            register(organisation.get(), person);
                            assign(person, "ola", HASH_OF_A);
                        });
        parties.person(B)
                .filter(this::isNew)
                .ifPresent(
                        person -> {
                            give(person, List.of(organisation.get()), SUBMITTER);
                            assign(person, "kari", HASH_OF_B);
                        });
        makeEnterpriseUser(organisation.get(), both);
    }

    private boolean isNew(Person person) {
        return users.find(person.userId()).flatMap(Account::userName).isEmpty();
    }

    /** Comes last, so that a start that was cut short is made good by the next one. */
    private void assign(Person person, String name, String hash) {
        if (users.named(name).isEmpty()) {
            users.assign(person.userId(), UserName.of(name), hash);
        }
    }

    private void makeEnterpriseUser(Organisation owner, List<Organisation> offering) {
        if (users.find(ENTERPRISE_USER).isPresent() || users.named("system310").isPresent()) {
            return;
        }
        Receiver receiver = new Receiver.EnterpriseUser(ENTERPRISE_USER);
        for (Organisation unit : offering) {
            delegations.give(unit.partyId(), receiver, owner.partyId(), SUBMITTER, GIVER);
        }
        users.add(
                ENTERPRISE_USER, owner.orgNo(), UserName.of("system310"), HASH_OF_ENTERPRISE_USER);
    }

    private void give(Person person, List<Organisation> offering, Gift gift) {
        Receiver receiver = new Receiver.Party(person.partyId());
        for (Organisation unit : offering) {
            delegations.give(unit.partyId(), receiver, person.partyId(), gift, GIVER);
        }
    }

    private void register(Organisation organisation, Person by) {
        if (contacts.of(organisation.orgNo()).isEmpty()) {
            Contact.Person person = new Contact.Person(by.userId(), by.partyId());
            contacts.add(
                    organisation.orgNo(),
                    ContactAddress.email("post@eksempel.no"),
                    Optional.of(person));
            contacts.add(
                    organisation.orgNo(),
                    ContactAddress.mobile("+4799000010"),
                    Optional.of(person));
        }
    }
}
