package no.altinn.events.subscription;

import no.altinn.events.event.Event;
import no.altinn.platform.register.Register;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the subscriptions whose filters match an event. Thread-safe. */
public final class MatchSubscriptions {
    private static final String ORGANISATION = "urn:altinn:organization:";
    private static final Pattern ALTERNATIVE_ORGANISATION =
            Pattern.compile("/(?:org|organisation|organization)/([0-9]{9})");

    private final SubscriptionIndex subscriptions;
    private final Register register;

    public MatchSubscriptions(SubscriptionIndex subscriptions, Register register) {
        this.subscriptions = subscriptions;
        this.register = register;
    }

    /**
     * The interests of the subscriptions that want the event, its main unit's among them, the
     * oldest subscription first. No subscription wants an event without resource.
     *
     * @throws no.altinn.platform.register.RegisterUnavailable if a main unit is to be found and
     *     Register cannot answer
     */
    public List<Interest> matching(Event event) {
        if (event.resource().isEmpty()) {
            return List.of();
        }
        EventTraits traits = EventTraits.of(event);
        Interests interests = subscriptions.validatedFor(event.resource());
        return interests.wanting(
                traits, interests.wantSubunits(traits) ? mainUnitSubjects(event) : Set.of());
    }

    /** The interests of the subscriptions that want the event for the subject that it names. */
    public List<Interest> matchingItsOwnSubject(Event event) {
        return event.resource().isEmpty()
                ? List.of()
                : subscriptions
                        .validatedFor(event.resource())
                        .wanting(EventTraits.of(event), Set.of());
    }

    /** The subjects under which the main unit of the event's subject may have subscribed. */
    private Set<TextDigest> mainUnitSubjects(Event event) {
        Set<TextDigest> subjects = new HashSet<>();
        organisation(event)
                .flatMap(register::mainUnit)
                .ifPresent(
                        unit -> {
                            subjects.add(TextDigest.of(unit.externalUrn()));
                            subjects.add(TextDigest.of("/party/" + unit.partyId()));
                        });
        return subjects;
    }

    /** The URN of the organisation that the event is about. */
    private static Optional<String> organisation(Event event) {
        String subject = event.subject().orElse("");
        if (subject.startsWith(ORGANISATION)) {
            return Optional.of(subject);
        }
        return subject.startsWith("/party/")
                ? event.alternativeSubject()
                        .map(ALTERNATIVE_ORGANISATION::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> ORGANISATION + "identifier-no:" + matcher.group(1))
                : Optional.empty();
    }
}
