package no.altinn.events.subscription;

import no.altinn.events.event.Attributes;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventAttributes;
import no.altinn.events.filter.FilterErrors;
import no.altinn.platform.register.Register;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds the subscriptions whose filters match an event. Thread-safe. */
public final class MatchSubscriptions {
    private final SubscriptionIndex subscriptions;
    private final UnitSubjects units;
    private final FilterErrors errors;

    /** Matches, and ignores filters that cannot be evaluated. */
    public MatchSubscriptions(SubscriptionIndex subscriptions, Register register) {
        this(subscriptions, register, FilterErrors.IGNORED);
    }

    /**
     * Matches.
     *
     * @param errors is told of each filter that cannot be evaluated, which no event passes
     */
    public MatchSubscriptions(
            SubscriptionIndex subscriptions, Register register, FilterErrors errors) {
        this.subscriptions = subscriptions;
        this.units = new UnitSubjects(register);
        this.errors = errors;
    }

    /**
     * The interests of the subscriptions that want the event, its main unit's among them, the
     * oldest subscription first. No subscription wants an event without resource. Register is asked
     * only when one of them wants sub-units.
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

    /**
     * Whether a subscription wants an event by the filters that it has now. A subscription that
     * gets no events wants none. Register is asked only when sub-units decide.
     *
     * @throws no.altinn.platform.register.RegisterUnavailable if it is to be asked and cannot
     *     answer
     */
    public boolean wants(Subscription subscription, Event event) {
        return subscription.filters().resource().equalsIgnoreCase(event.resource())
                && Interest.of(subscription)
                        .filter(one -> wants(one, event))
                        .filter(one -> !fulfilled(event, List.of(one)).isEmpty())
                        .isPresent();
    }

    private boolean wants(Interest interest, Event event) {
        EventTraits traits = EventTraits.of(event);
        return interest.wantsTypeAndSource(traits)
                && (interest.wantsSubject(traits, Set.of())
                        || (interest.includesSubunits()
                                && interest.wantsSubject(traits, units.of(event))));
    }

    private List<Interest> matching(Event event, Function<Event, Set<TextDigest>> unitSubjects) {
        if (event.resource().isEmpty()) {
            return List.of();
        }
        EventTraits traits = EventTraits.of(event);
        Interests interests = subscriptions.validatedFor(event.resource());
        return fulfilled(
                event,
                interests.wanting(
                        traits,
                        interests.wantSubunits(traits) ? unitSubjects.apply(event) : Set.of()));
    }

    private List<Interest> fulfilled(Event event, List<Interest> wanting) {
        // The event's text is read only where a subscription asks for more than the index has.
        if (wanting.stream().allMatch(one -> one.conditions().isEmpty())) {
            return wanting;
        }
        Attributes attributes = EventAttributes.of(event);
        return wanting.stream()
                .filter(
                        one ->
                                one.conditions()
                                        .map(conditions -> conditions.passes(attributes, errors))
                                        .orElse(true))
                .toList();
    }
}
