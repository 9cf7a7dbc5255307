package no.altinn.events.subscription;

import no.altinn.platform.register.Register;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the party behind {@code /org/…}, {@code /organisation/…} and {@code /person/…}. */
final class AlternativeSubject {
    private static final Pattern UNIT = Pattern.compile("/(?:org|organisation)/([0-9]{9})");
    private static final Pattern PERSON = Pattern.compile("/person/([0-9]{11})");

    private final Register register;

    AlternativeSubject(Register register) {
        this.register = register;
    }

    /**
     * The party's subject.
     *
     * @param bearer the caller's token, in whose name the look-up is made
     * @return {@code /party/{id}}; empty when the subject has another form or is unknown
     */
    Optional<String> party(String alternativeSubject, String bearer) {
        Matcher unit = UNIT.matcher(alternativeSubject);
        if (unit.matches()) {
            return subject(register.partyOfOrganization(unit.group(1), bearer));
        }
        Matcher person = PERSON.matcher(alternativeSubject);
        return person.matches()
                ? subject(register.partyOfPerson(person.group(1), bearer))
                : Optional.empty();
    }

    private static Optional<String> subject(OptionalInt party) {
        return party.isPresent() ? Optional.of("/party/" + party.getAsInt()) : Optional.empty();
    }
}
