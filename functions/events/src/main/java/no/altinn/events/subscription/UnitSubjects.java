package no.altinn.events.subscription;

import no.altinn.events.event.Event;
import no.altinn.platform.register.MainUnit;
import no.altinn.platform.register.Register;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The subjects under which a subscription with sub-units wants an event: every spelling of the unit
 * that the event is about, and of its main unit. Thread-safe.
 */
final class UnitSubjects {
    private final Register register;

    UnitSubjects(Register register) {
        this.register = register;
    }

    /** The spellings that the event itself tells. */
    static Set<TextDigest> toldBy(Event event) {
        return digests(EventUnit.toldBy(event).subjects());
    }

    /**
     * All spellings. Register is asked two questions at most, and about a person one.
     *
     * @throws no.altinn.platform.register.RegisterUnavailable if Register does not answer
     */
    Set<TextDigest> of(Event event) {
        EventUnit told = EventUnit.toldBy(event);
        EventUnit unit = told.isWhole() ? told : known(told);
        return digests(
                Stream.concat(
                        Stream.concat(told.subjects(), unit.subjects()),
                        mainUnit(unit).stream().flatMap(UnitSubjects::subjects)));
    }

    private EventUnit known(EventUnit told) {
        return told.urn().flatMap(register::organization).map(EventUnit::of).orElse(told);
    }

    /** A party that Register does not know as an organisation has no main unit. */
    private Optional<MainUnit> mainUnit(EventUnit unit) {
        return unit.isOrganisation() ? unit.urn().flatMap(register::mainUnit) : Optional.empty();
    }

    private static Stream<String> subjects(MainUnit unit) {
        return Stream.of(
                        Stream.of(unit.externalUrn()),
                        PartySpelling.subjectsOf(unit.partyId()),
                        PartySpelling.subjectsOf(unit.organizationIdentifier()))
                .flatMap(subjects -> subjects);
    }

    private static Set<TextDigest> digests(Stream<String> subjects) {
        return subjects.map(TextDigest::of).collect(Collectors.toUnmodifiableSet());
    }
}
