package no.altinn.local.testdata;

import com.fasterxml.jackson.core.JsonPointer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code parties.json}: what it may leave out, and what its roles must be. */
final class PartyFile {
    private static final String PERSON = "/persons/[0-9]+";
    private static final String UNIT = "/organisations/[0-9]+";
    private static final String SUB_UNIT = UNIT + "(/subUnits/[0-9]+)+";
    private static final String ANY_UNIT = UNIT + "(/subUnits/[0-9]+)*";
    private static final String CONTACT = "(%s|%s)/contact".formatted(PERSON, ANY_UNIT);
    private static final String NO_CONTACT =
            """
            {"email":"","mobile":"","address":"","postCode":"","city":""}"""
                    .strip();
    private static final Pattern ROLE = Pattern.compile("[A-Z][A-Z0-9]{1,19}");

    private static final List<LeftOut.Member> LEFT_OUT =
            Stream.concat(
                            Stream.of(
                                    LeftOut.Member.of(PERSON, "roles", "[]"),
                                    LeftOut.Member.of(PERSON, "contact", NO_CONTACT),
                                    LeftOut.Member.of(UNIT, "form", "\"AS\""),
                                    LeftOut.Member.of(SUB_UNIT, "form", "\"BEDR\""),
                                    LeftOut.Member.of(ANY_UNIT, "deleted", "false"),
                                    LeftOut.Member.of(ANY_UNIT, "contact", NO_CONTACT)),
                            Stream.of("email", "mobile", "address", "postCode", "city")
                                    .map(name -> LeftOut.Member.of(CONTACT, name, "\"\"")))
                    .toList();

    private PartyFile() {}

    /**
     * Reads the file's text.
     *
     * @throws MalformedFile if it is not of the file's form
     */
    static Parties parse(String json) {
        Parties parties = StrictFile.read(LeftOut.fill(json, LEFT_OUT), Parties.class);
        FileFaults faults = new FileFaults(json);
        for (int i = 0; i < parties.persons().size(); i++) {
            List<HeldRole> roles = parties.persons().get(i).roles();
            for (int j = 0; j < roles.size(); j++) {
                check(roles.get(j), "/persons/%d/roles/%d".formatted(i, j), parties, faults);
            }
        }
        faults.check();
        return parties;
    }

    private static void check(HeldRole held, String place, Parties parties, FileFaults faults) {
        if (parties.organisation(held.org()).isEmpty()) {
            faults.add(
                    JsonPointer.compile(place + "/org"),
                    "there is no organisation with this number in the file");
        }
        if (!ROLE.matcher(held.role()).matches()) {
            faults.add(
                    JsonPointer.compile(place + "/role"),
                    "a role is a code of 2 to 20 capital letters and digits, such as DAGL");
        }
    }
}
