package no.altinn.authentication.functions;

import java.util.regex.Pattern;

/** A name from a request, as far as it is fit for an answer. */
final class QuotedName {
    /** The longest name in an answer, in characters; no provider's name comes near. */
    private static final int LONGEST = 50;

    /** Controls, half characters and line separators, which could make one line look like two. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private QuotedName() {}

    /** The name with a question mark for what is unfit, cut off after 50 characters. */
    static String of(String name) {
        boolean fits = name.codePointCount(0, name.length()) <= LONGEST;
        String start = fits ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…";
        return UNFIT.matcher(start).replaceAll("?");
    }
}
