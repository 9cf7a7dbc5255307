package no.altinn.rest.broker;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.message.Refusal;

import java.util.regex.Pattern;

/** What those who send and receive know each other by: organisation and national numbers. */
public final class PartyNumber {
    private static final int ORGANISATION = 9;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9}|[0-9]{11}");

    private PartyNumber() {}

    /** Whether a text can be one: nine digits or eleven. */
    public static boolean isOne(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether a number is an organisation's, and not a person's. */
    static boolean isOrganisation(String number) {
        return number.length() == ORGANISATION;
    }

    /**
     * The number of a party.
     *
     * @throws Refusal.Forbidden if it has none
     */
    static String of(Reportee party) {
        return party.organisationNumber()
                .or(party::nationalNumber)
                .orElseThrow(
                        () -> new Refusal.Forbidden("This reportee neither sends nor receives"));
    }
}
