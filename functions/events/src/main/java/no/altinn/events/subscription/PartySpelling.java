package no.altinn.events.subscription;

import no.altinn.platform.pdp.AttributeId;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How subjects name a party: by its id, or by an organisation's number. */
final class PartySpelling {
    private static final String PARTY_URN = AttributeId.PARTY_URN_ID + ":";
    private static final String ORGANISATION_URN = AttributeId.ORGANISATION_IDENTIFIER + ":";
    private static final Pattern PARTY =
            Pattern.compile("(?:/party/|%s)([1-9][0-9]{0,9})".formatted(PARTY_URN));
    private static final Pattern ORGANISATION =
            Pattern.compile(
                    "(?:/org/|/organisation/|/organization/|%s)([0-9]{9})"
                            .formatted(ORGANISATION_URN));

    private PartySpelling() {}

    /** The party's id in a subject; empty when the subject names no party by its id. */
    static OptionalInt partyId(String subject) {
        Matcher matcher = PARTY.matcher(subject);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        // Ten digits always fit a long.
        long id = Long.parseLong(matcher.group(1));
        return id <= Integer.MAX_VALUE ? OptionalInt.of((int) id) : OptionalInt.empty();
    }

    /** The organisation's number in a subject; empty when the subject names none. */
    static Optional<String> organisationNumber(String subject) {
        return Optional.of(ORGANISATION.matcher(subject))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /** The URN of a party, as Register reads it. */
    static String urnOf(int partyId) {
        return PARTY_URN + partyId;
    }

    /** The URN of an organisation, as Register reads it. */
    static String urnOf(String organisationNumber) {
        return ORGANISATION_URN + organisationNumber;
    }

    /** The subjects that name a party. */
    static Stream<String> subjectsOf(int partyId) {
        return Stream.of("/party/" + partyId, urnOf(partyId));
    }

    /** The subjects that name an organisation. */
    static Stream<String> subjectsOf(String organisationNumber) {
        return Stream.of(
                urnOf(organisationNumber),
                "/org/" + organisationNumber,
                "/organisation/" + organisationNumber,
                "/organization/" + organisationNumber);
    }
}
