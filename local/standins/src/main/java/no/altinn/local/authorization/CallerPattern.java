package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonCreator;

import no.altinn.local.testdata.Parties;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a rule is for: {@code party} for every user, organisation and system user of the test data,
 * or one caller by a name of {@link Caller#names}.
 *
 * @param text in lower case
 */
record CallerPattern(String text) {
    private static final String EVERY_PARTY = "party";
    private static final Pattern FORM =
            Pattern.compile(
                    "party|org:[^\\s:]+|(party|user):[1-9][0-9]{0,9}|organisation:[0-9]{9}"
                            + "|systemuser:[0-9a-f-]{36}");

    /**
     * @throws IllegalArgumentException if it names no caller
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    CallerPattern {
        text = text.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    ("unknown caller \"%s\"; a caller is party, org:CODE, party:ID,"
                                    + " user:ID, organisation:NUMBER or systemuser:UUID")
                            .formatted(text));
        }
    }

    /** Its text, if it names an org, a party, a user or an organisation that is not known. */
    Optional<String> stranger(Parties known) {
        String id = text.substring(text.indexOf(':') + 1);
        boolean isKnown =
                switch (text.split(":", 2)[0]) {
                    case "org" -> known.serviceOwner(id).isPresent();
                    case "organisation" -> known.organisation(id).isPresent();
                    case "user" -> known.named("urn:altinn:userid:" + id).isPresent();
                    case EVERY_PARTY ->
                            id.equals(EVERY_PARTY)
                                    || known.named("urn:altinn:partyid:" + id).isPresent();
                    // Any system user may have a test token.
                    default -> true;
                };
        return isKnown ? Optional.empty() : Optional.of(text);
    }

    boolean matches(Caller caller) {
        return text.equals(EVERY_PARTY)
                ? !caller.parties().isEmpty()
                : caller.names().contains(text);
    }
}
