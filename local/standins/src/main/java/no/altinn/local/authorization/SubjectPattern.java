package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonCreator;

import no.altinn.local.testdata.Parties;
import no.altinn.platform.pdp.Subjects;

import java.util.Locale;
import java.util.Map;
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
    private static final String ALTINN = "urn:altinn:";
    private static final String ORG = "urn:altinn:org:";
    private static final String ID = "[1-9][0-9]{0,9}";
    private static final String ORGANISATION_NUMBER = "[0-9]{9}";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The forms of what may follow each prefix. */
    private static final Map<String, Pattern> FORMS =
            Map.of(
                    ORG,
                    Pattern.compile("[^\\s:/]+"),
                    "urn:altinn:userid:",
                    Pattern.compile(ID),
                    "urn:altinn:partyid:",
                    Pattern.compile(ID),
                    "urn:altinn:party:id:",
                    Pattern.compile(ID),
                    "urn:altinn:party:uuid:",
                    Pattern.compile(UUID),
                    "urn:altinn:systemuser:uuid:",
                    Pattern.compile(UUID),
                    Subjects.PERSON,
                    Pattern.compile("[0-9]{11}"),
                    "urn:altinn:organization:identifier-no:",
                    Pattern.compile(ORGANISATION_NUMBER),
                    "urn:altinn:organizationnumber:",
                    Pattern.compile(ORGANISATION_NUMBER));

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
                        subject(text)
                                .map(urn -> urn.toLowerCase(Locale.ROOT))
                                .filter(SubjectPattern::isOfKnownForm)
                                .orElseThrow(() -> unknown(text)));
    }

    private static boolean isOfKnownForm(String urn) {
        return !urn.startsWith(ALTINN)
                || FORMS.entrySet().stream()
                        .anyMatch(
                                form ->
                                        urn.startsWith(form.getKey())
                                                && form.getValue()
                                                        .matcher(
                                                                urn.substring(
                                                                        form.getKey().length()))
                                                        .matches());
    }

    /** Its text, if it names an org or a party that is not known; a person's number is not told. */
    Optional<String> stranger(Parties known) {
        boolean mayBeTold =
                urn.startsWith(ALTINN)
                        && !urn.startsWith(Subjects.PERSON)
                        && !urn.startsWith("urn:altinn:systemuser:");
        boolean isKnown =
                urn.startsWith(ORG)
                        ? known.serviceOwner(urn.substring(ORG.length())).isPresent()
                        : known.named(urn).isPresent();
        return mayBeTold && !isKnown ? Optional.of(text) : Optional.empty();
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
