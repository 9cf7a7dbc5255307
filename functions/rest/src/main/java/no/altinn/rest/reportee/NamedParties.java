package no.altinn.rest.reportee;

import no.altinn.platform.register.RegisteredParty;

import java.util.Locale;
import java.util.Optional;

/**
 * Parties by number and name together, so that nobody finds out who has a number. Case and
 * superfluous blanks of names do not matter. Thread-safe.
 */
public final class NamedParties {
    /** How much of a last name the validation of recipients compares, as Altinn does. */
    private static final int BEGINNING = 4;

    private final KnownParties known;

    public NamedParties(KnownParties known) {
        this.known = known;
    }

    /** The person with a national number, if the last name is right. */
    public Optional<RegisteredParty.Person> person(String nationalNumber, String lastName) {
        return known.person(nationalNumber)
                .filter(any -> plain(lastName(any)).equals(plain(lastName)));
    }

    /** The organisation with a number, if the name is right. */
    public Optional<RegisteredParty.Unit> organisation(String number, String name) {
        return known.organisation(number).filter(any -> plain(any.name()).equals(plain(name)));
    }

    /** The person with a national number, if the last name begins with the same four letters. */
    public Optional<RegisteredParty.Person> personWithBeginning(
            String nationalNumber, String lastName) {
        return known.person(nationalNumber)
                .filter(any -> beginning(lastName(any)).equals(beginning(lastName)));
    }

    /** Without a last name, the last word of the name stands for it. */
    private static String lastName(RegisteredParty.Person person) {
        return person.lastName()
                .orElseGet(() -> person.name().substring(person.name().lastIndexOf(' ') + 1));
    }

    private static String beginning(String name) {
        String plain = plain(name);
        return plain.substring(0, Math.min(BEGINNING, plain.length()));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
