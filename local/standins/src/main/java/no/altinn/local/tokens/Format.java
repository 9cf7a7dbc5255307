package no.altinn.local.tokens;

import no.altinn.platform.auth.Iso6523Organisation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the values of parameters look like, as Altinn's test token generator has it. */
final class Format {
    /** An organisation's number. */
    static final Predicate<String> ORG_NUMBER = Iso6523Organisation::isNumber;

    /** A national identity number. */
    static final Predicate<String> NATIONAL_NUMBER = matching("[0-9]{11}");

    /** A short name, such as a service owner's code. */
    static final Predicate<String> IDENTIFIER = matching("[A-Za-z0-9_-]{1,50}");

    /** An app's name, which the generator restricts more than Altinn does. */
    static final Predicate<String> APP = matching("[A-Za-z0-9_.-]{1,50}");

    /** A list of scopes. The generator wants lower case; others have to be tried here, too. */
    static final Predicate<String> SCOPES = matching("[A-Za-z0-9:/_,.\\s-]{1,500}");

    /** A whole number that is not negative. */
    static final Predicate<String> NUMBER = matching("[0-9]{1,9}");

    /** A UUID in its usual form. */
    static final Predicate<String> UUID_TEXT =
            matching("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Format() {}

    /** Whether the text is an absolute URI. */
    static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
