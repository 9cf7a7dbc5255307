package no.altinn.rest.login;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a user is called at login. Two names that differ in case alone are one.
 *
 * @param text 1 to 64 letters, digits, dots, dashes, underscores, plus signs and ats, and no
 *     national number
 */
public record UserName(String text) {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");
    private static final Pattern NATIONAL_NUMBER = Pattern.compile("[0-9]{11}");

    /** Whether the text is of the form; what is not is nobody's name. */
    static boolean isName(String text) {
        return FORM.matcher(text).matches() && !isNationalNumber(text);
    }

    static boolean isNationalNumber(String text) {
        return NATIONAL_NUMBER.matcher(text).matches();
    }

    /** The name, if the text can be one. */
    static Optional<UserName> read(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return isName(composed) ? Optional.of(new UserName(composed)) : Optional.empty();
    }

    /**
     * The name that a client gives a user.
     *
     * @throws InvalidUser if the text is of another form
     */
    public static UserName of(String text) {
        return read(text)
                .orElseThrow(
                        () ->
                                new InvalidUser(
                                        "UserName must be 1 to 64 letters, digits or any of ._@+-,"
                                                + " and no national number"));
    }

    /** A text in the only spelling that all of its cases share. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    String key() {
        return folded(text);
    }

    /** Whether both are one name. */
    boolean isSame(String other) {
        return key().equals(folded(other));
    }
}
