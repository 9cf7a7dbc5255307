package no.altinn.rest.contact;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address or the number of a mobile phone.
 *
 * @param text an e-mail address of at most 254 characters, or a number of 8 to 15 digits that may
 *     begin with a plus
 */
public record ContactAddress(Kind kind, String text) {
    /** What it is. */
    public enum Kind {
        EMAIL,
        MOBILE
    }

    private static final int LONGEST_EMAIL = 254;
    // RFC 5321 §4.5.3.1.1: at most 64 characters before the @. A domain has at least one dot.
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@"
                            + "([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
                            + "[\\p{L}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");
    private static final Pattern MOBILE = Pattern.compile("\\+?[0-9]{8,15}");
    private static final int NORWEGIAN_DIGITS = 8;
    private static final String NORWAY = "47";

    /**
     * An e-mail address.
     *
     * @throws InvalidContact if it is none
     */
    public static ContactAddress email(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST_EMAIL || !EMAIL.matcher(stripped).matches()) {
            throw new InvalidContact(
                    "Email must be an e-mail address of at most 254 characters, such as"
                            + " post@eksempel.no.");
        }
        return new ContactAddress(Kind.EMAIL, stripped);
    }

    /**
     * The number of a mobile phone; blanks in it are left out.
     *
     * @throws InvalidContact if it is none
     */
    public static ContactAddress mobile(String text) {
        // Of a longer text not even the blanks are looked at.
        String number = text.length() > LONGEST_EMAIL ? "" : text.replaceAll("\\s", "");
        if (!MOBILE.matcher(number).matches()) {
            throw new InvalidContact(
                    "MobileNumber must have 8 to 15 digits, with or without + first, such as"
                            + " +4799000000.");
        }
        return new ContactAddress(Kind.MOBILE, number);
    }

    /** What addresses are found by: the same for two that are one, however they are written. */
    public String key() {
        return kind == Kind.EMAIL ? emailKey(text) : mobileKey(text);
    }

    /** The key of an e-mail address, or of what a searcher takes for one. */
    static String emailKey(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The key of a number: its digits, without Norway's own code. */
    static String mobileKey(String text) {
        String digits = text.replaceAll("[^0-9]", "").replaceFirst("^00", "");
        return digits.startsWith(NORWAY) && digits.length() == NORWAY.length() + NORWEGIAN_DIGITS
                ? digits.substring(NORWAY.length())
                : digits;
    }

    /** Tells nothing of whom it reaches. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
