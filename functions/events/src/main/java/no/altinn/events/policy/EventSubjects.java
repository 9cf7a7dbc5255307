package no.altinn.events.policy;

import no.altinn.events.event.Event;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.Subjects;
import no.altinn.platform.register.Register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns what events are about into what the decision point is asked. A personal number is never
 * sent: Register gives the party's UUID for it, and an unknown person is left out.
 */
public final class EventSubjects {

    private final Register register;

    public EventSubjects(Register register) {
        this.register = register;
    }

    /** The subjects of several events, looked up together. */
    public Lookup of(List<Event> events) {
        return ofTexts(events.stream().flatMap(event -> event.subject().stream()).toList());
    }

    /** Whether Register is asked about the event's subject. */
    public static boolean asksRegister(Event event) {
        return event.subject().filter(EventSubjects::isPerson).isPresent();
    }

    /** One subject by its text, for example a subscription's filter. */
    public Optional<Attribute> of(String subject) {
        return ofTexts(List.of(subject)).attribute(subject);
    }

    private Lookup ofTexts(List<String> subjects) {
        List<String> persons =
                subjects.stream().filter(EventSubjects::isPerson).distinct().toList();
        return new Lookup(persons.isEmpty() ? Map.of() : register.partyUuids(persons));
    }

    private static boolean isPerson(String subject) {
        return subject.startsWith(Subjects.PERSON);
    }

    /** What was found out about subjects. */
    public static final class Lookup {
        private final Map<String, UUID> persons;

        private Lookup(Map<String, UUID> persons) {
            this.persons = persons;
        }

        /** The attribute of an event's subject; empty when there is none that a policy knows. */
        public Optional<Attribute> of(Event event) {
            return event.subject().flatMap(this::attribute);
        }

        private Optional<Attribute> attribute(String subject) {
            return isPerson(subject)
                    ? Optional.ofNullable(persons.get(subject))
                            .map(uuid -> Attribute.of("urn:altinn:party:uuid", uuid.toString()))
                    : Subjects.of(subject);
        }
    }
}
