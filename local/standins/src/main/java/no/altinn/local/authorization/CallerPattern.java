package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.util.Locale;
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

    boolean matches(Caller caller) {
        return text.equals(EVERY_PARTY)
                ? !caller.parties().isEmpty()
                : caller.names().contains(text);
    }
}
