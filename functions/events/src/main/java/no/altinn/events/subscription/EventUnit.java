package no.altinn.events.subscription;

import no.altinn.events.event.Event;
import no.altinn.platform.register.Organization;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The unit that an event is about, as far as it is known. Immutable.
 *
 * @param partyId its party
 * @param number its organisation number
 * @param urn what Register is asked about it; empty when it is known to be no organisation
 */
record EventUnit(OptionalInt partyId, Optional<String> number, Optional<String> urn) {
    private static final EventUnit NONE =
            new EventUnit(OptionalInt.empty(), Optional.empty(), Optional.empty());
    private static final String ORGANISATION = "urn:altinn:organization:";
    private static final Pattern PARTY_UUID =
            Pattern.compile(
                    "urn:altinn:party:uuid:[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What the event itself tells: by its subject, and by the alternative subject of a party. */
    static EventUnit toldBy(Event event) {
        String subject = event.subject().orElse("");
        OptionalInt party = PartySpelling.partyId(subject);
        if (party.isPresent()) {
            return ofParty(party.getAsInt(), event.alternativeSubject().orElse(""));
        }
        Optional<String> number = PartySpelling.organisationNumber(subject);
        if (number.isPresent()) {
            return new EventUnit(party, number, number.map(PartySpelling::urnOf));
        }
        return subject.startsWith(ORGANISATION) || PARTY_UUID.matcher(subject).matches()
                ? new EventUnit(party, number, Optional.of(subject))
                : NONE;
    }

    private static EventUnit ofParty(int partyId, String alternative) {
        Optional<String> number = PartySpelling.organisationNumber(alternative);
        Optional<String> urn = Optional.of(PartySpelling.urnOf(partyId));
        return new EventUnit(
                OptionalInt.of(partyId),
                number,
                number.map(PartySpelling::urnOf)
                        .or(() -> alternative.startsWith("/person/") ? Optional.empty() : urn));
    }

    /** The same, of which Register has told the rest. */
    static EventUnit of(Organization known) {
        return new EventUnit(
                OptionalInt.of(known.partyId()),
                Optional.of(known.organizationIdentifier()),
                Optional.of(PartySpelling.urnOf(known.organizationIdentifier())));
    }

    /** Whether both of its names are known. */
    boolean isWhole() {
        return partyId.isPresent() && number.isPresent();
    }

    /** Whether the subject says that it is an organisation, which a party need not be. */
    boolean isOrganisation() {
        return urn.filter(text -> text.startsWith(ORGANISATION)).isPresent();
    }

    /** Every subject that names it, as far as its names are known. */
    Stream<String> subjects() {
        return Stream.concat(
                partyId.stream().boxed().flatMap(PartySpelling::subjectsOf),
                number.stream().flatMap(PartySpelling::subjectsOf));
    }
}
