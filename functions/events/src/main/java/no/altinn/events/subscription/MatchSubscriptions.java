package no.altinn.events.subscription;

import no.altinn.events.event.Event;
import no.altinn.platform.register.Register;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds the subscriptions whose filters match an event. Thread-safe. */
public final class MatchSubscriptions {
    private final SubscriptionIndex subscriptions;
    private final UnitSubjects units;

    public MatchSubscriptions(SubscriptionIndex subscriptions, Register register) {
        this.subscriptions = subscriptions;
        this.units = new UnitSubjects(register);
    }

    /**
     * The interests of the subscriptions that want the event, its main unit's among them. No
     * subscription wants an event without resource. Register is asked only when one of them wants
     * sub-units.
     *
     * @throws no.altinn.platform.register.RegisterUnavailable if the spellings of a unit are to be
     *     found and Register cannot answer
     */
    public List<Interest> matching(Event event) {
        return matching(event, units::of);
    }

    /** The interests of the subscriptions that want the event for the subject that it names. */
    public List<Interest> matchingItsOwnSubject(Event event) {
        return matching(event, UnitSubjects::toldBy);
    }

    private List<Interest> matching(Event event, Function<Event, Set<TextDigest>> unitSubjects) {
        EventTraits traits = EventTraits.of(event);
        List<Interest> candidates = candidates(event, traits);
        boolean subunitsWanted = candidates.stream().anyMatch(Interest::includesSubunits);
        Set<TextDigest> ofUnits = subunitsWanted ? unitSubjects.apply(event) : Set.of();
        return candidates.stream()
                .filter(candidate -> candidate.wantsSubject(traits, ofUnits))
                .toList();
    }

    private List<Interest> candidates(Event event, EventTraits traits) {
        if (event.resource().isEmpty()) {
            return List.of();
        }
        return subscriptions.validatedFor(event.resource()).stream()
                .filter(interest -> interest.wantsTypeAndSource(traits))
                .toList();
    }
}
