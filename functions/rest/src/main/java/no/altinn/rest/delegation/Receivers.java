package no.altinn.rest.delegation;

import no.altinn.platform.register.PartyUrn;
import no.altinn.platform.register.RegisteredParty;
import no.altinn.rest.login.Account;
import no.altinn.rest.login.Users;
import no.altinn.rest.reportee.KnownParties;
import no.altinn.rest.reportee.NamedParties;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may be given something. A number alone finds nobody, so that nobody learns whose it is; a
 * number that nobody has and a wrong name give the same answer by the same work. Every method
 * throws {@link no.altinn.platform.client.Unavailable} if Register or the store does not answer.
 * Thread-safe.
 */
public final class Receivers {
    private final NamedParties named;
    private final KnownParties known;
    private final Users users;

    public Receivers(NamedParties named, KnownParties known, Users users) {
        this.named = named;
        this.known = known;
        this.users = users;
    }

    /**
     * Somebody who may be given something.
     *
     * @param subject the id of the party that events are about
     */
    public record Found(Receiver receiver, int subject) {
        private static Found party(RegisteredParty party) {
            return new Found(new Receiver.Party(party.partyId()), party.partyId());
        }
    }

    /** What others are shown of a receiver. */
    public sealed interface Shown {
        String name();
    }

    /** A person. */
    public record Person(String name, String lastName, String nationalNumber) implements Shown {
        /** Tells nothing of the person: persons never reach a log. */
        @Override
        public String toString() {
            return "Person";
        }
    }

    /** An organisation or an enterprise user. */
    public record Other(String name) implements Shown {}

    /** A living person by number and last name. */
    public Optional<Found> person(String nationalNumber, String lastName) {
        return named.person(nationalNumber, lastName)
                .filter(person -> !person.isDeleted())
                .map(Found::party);
    }

    /** An organisation that is not struck off, by number and name. */
    public Optional<Found> organisation(String number, String name) {
        return named.organisation(number, name).filter(unit -> !unit.isDeleted()).map(Found::party);
    }

    /** An enterprise user by name, in any case. */
    public Optional<Found> enterpriseUser(String userName) {
        Optional<Account> account = users.named(userName);
        return account.flatMap(Account::organisation)
                .flatMap(known::organisation)
                .map(
                        unit ->
                                new Found(
                                        new Receiver.EnterpriseUser(account.get().userId()),
                                        unit.partyId()));
    }

    /** What is shown of receivers; those whom nobody knows any more have no name. */
    public Map<Receiver, Shown> shown(Collection<Receiver> receivers) {
        Map<String, RegisteredParty> parties =
                known.all(
                        receivers.stream()
                                .filter(Receiver.Party.class::isInstance)
                                .map(Receivers::urn)
                                .toList());
        Map<Receiver, Shown> shown = new LinkedHashMap<>();
        for (Receiver receiver : receivers) {
            shown.put(
                    receiver,
                    receiver instanceof Receiver.EnterpriseUser user
                            ? new Other(
                                    users.find(user.userId()).flatMap(Account::userName).orElse(""))
                            : Optional.ofNullable(parties.get(urn(receiver)))
                                    .map(Receivers::shown)
                                    .orElse(new Other("")));
        }
        return shown;
    }

    private static String urn(Receiver receiver) {
        return PartyUrn.party(((Receiver.Party) receiver).partyId());
    }

    private static Shown shown(RegisteredParty party) {
        if (party instanceof RegisteredParty.Person person) {
            String name = person.name();
            return new Person(
                    name,
                    person.lastName().orElse(name.substring(name.lastIndexOf(' ') + 1)),
                    person.personIdentifier());
        }
        return new Other(party.name());
    }
}
