package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonCreator;

import no.altinn.platform.pdp.Subjects;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom an event may be about: {@code any} for everyone and for none, {@code own} for the caller or
 * a unit of it, or one subject as events write it.
 *
 * @param text such as {@code own} or {@code /party/50000001}
 * @param urn the one subject as the decision point is asked about it, in lower case; empty for the
 *     two words
 */
record SubjectPattern(String text, String urn) {
    private static final String ANY = "any";
    private static final String OWN = "own";
    private static final Pattern URN = Pattern.compile("urn:[^\\s:]+(:[^\\s:]+)+");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is neither a word nor a subject
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SubjectPattern of(String text) {
        return text.equals(ANY) || text.equals(OWN)
                ? new SubjectPattern(text, "")
                : new SubjectPattern(
                        text,
                        subject(text).orElseThrow(() -> unknown(text)).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> subject(String text) {
        // A person is asked about by another URN of the same party, and must be found all the same.
        return URN.matcher(text).matches()
                ? Optional.of(text)
                : Subjects.of(text).map(attribute -> attribute.id() + ":" + attribute.value());
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                ("unknown subject \"%s\"; a subject is any, own, or that of events,"
                                + " such as /party/50000001, /organisation/310000001 or"
                                + " urn:altinn:organization:identifier-no:310000001")
                        .formatted(text));
    }

    boolean matches(Matter matter) {
        return switch (text) {
            case ANY -> true;
            case OWN -> matter.subject().isAmong(matter.caller().parties());
            default -> matter.subject().isOnly(urn);
        };
    }
}
