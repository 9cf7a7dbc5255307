package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.event.ResourceUrn;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.OperationsResource;
import no.altinn.events.policy.ReceivingAction;
import no.altinn.events.policy.ResourceAttributes;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.pdp.Subjects;
import no.altinn.platform.register.RegisterUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may be pushed which events: {@code read} on the resources of apps, {@code subscribe}
 * otherwise, asked for all events and all their consumers in one go. Thread-safe.
 */
public final class PushPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(PushPolicy.class);

    /** After how many failures Register is asked about no further event of a batch. */
    private static final int MOST_FAILURES = 3;

    private final PolicyDecisionPoint decisions;
    private final EventSubjects subjects;

    public PushPolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = decisions;
        this.subjects = subjects;
    }

    /**
     * Which consumers may get an event?
     *
     * @param consumers in any order, the same one any number of times
     */
    public record Question(Event event, List<String> consumers) {}

    /**
     * What was decided about the consumers of an event. A consumer in neither set may not get it.
     *
     * @param permitted those who may get it
     * @param undecided those about whom nothing could be found out now
     */
    public record Verdict(Set<String> permitted, Set<String> undecided) {
        /** What was decided about one of them. */
        public Ruling on(String consumer) {
            if (permitted.contains(consumer)) {
                return Ruling.PERMITTED;
            }
            return undecided.contains(consumer) ? Ruling.UNDECIDED : Ruling.DENIED;
        }
    }

    /** What was decided about one consumer and one event. */
    public enum Ruling {
        /** The consumer may get the event. */
        PERMITTED,
        /** The consumer may not get it. */
        DENIED,
        /** Nothing could be found out now. */
        UNDECIDED
    }

    /**
     * Decides on each question; what cannot be decided holds up nothing else.
     *
     * @return the verdicts in the questions' order
     */
    public List<Verdict> on(List<Question> questions) {
        List<Asked> asked = asked(questions);
        List<DecisionRequest> requests =
                asked.stream().flatMap(one -> one.requests().stream()).toList();
        List<Optional<Decision>> answers =
                requests.isEmpty() ? List.of() : decisions.decideEach(requests);
        List<Verdict> verdicts = new ArrayList<>();
        int from = 0;
        for (Asked one : asked) {
            int to = from + one.requests().size();
            verdicts.add(one.verdict(answers.subList(from, to)));
            from = to;
        }
        return verdicts;
    }

    /**
     * A question as the decision point is asked.
     *
     * @param consumers one for each request
     * @param requests in the consumers' order
     * @param unasked consumers about whom nothing can be asked now
     * @param permitted consumers about whom nothing needs to be asked
     */
    private record Asked(
            List<String> consumers,
            List<DecisionRequest> requests,
            Set<String> unasked,
            Set<String> permitted) {
        Verdict verdict(List<Optional<Decision>> answers) {
            Set<String> permitted = new HashSet<>(this.permitted);
            Set<String> undecided = new HashSet<>(unasked);
            for (int i = 0; i < consumers.size(); i++) {
                if (answers.get(i).isEmpty()) {
                    undecided.add(consumers.get(i));
                } else if (answers.get(i).filter(Decision::permits).isPresent()) {
                    permitted.add(consumers.get(i));
                }
            }
            return new Verdict(permitted, undecided);
        }
    }

    private List<Asked> asked(List<Question> questions) {
        List<Optional<EventSubjects.Lookup>> lookups = lookups(questions);
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            asked.add(
                    lookups.get(i)
                            .map(lookup -> asked(question, lookup))
                            .orElseGet(() -> unasked(question)));
        }
        return asked;
    }

    private static Asked asked(Question question, EventSubjects.Lookup lookup) {
        if (OperationsResource.is(question.event().resource())) {
            return new Asked(List.of(), List.of(), Set.of(), ownOnly(question));
        }
        // A consumer that no policy can name gets nothing.
        List<String> known =
                question.consumers().stream()
                        .distinct()
                        .filter(one -> Subjects.of(one).isPresent())
                        .toList();
        try {
            return new Asked(known, requests(question.event(), known, lookup), Set.of(), Set.of());
        } catch (RuntimeException e) {
            LOG.warn("no policy request event={}", question.event().key(), e);
            return unasked(question);
        }
    }

    private static Asked unasked(Question question) {
        return new Asked(List.of(), List.of(), Set.copyOf(question.consumers()), Set.of());
    }

    private static Set<String> ownOnly(Question question) {
        return question.consumers().stream()
                .filter(one -> OperationsResource.permits(one, question.event().subject()))
                .collect(Collectors.toSet());
    }

    private static List<DecisionRequest> requests(
            Event event, List<String> consumers, EventSubjects.Lookup lookup) {
        boolean isApp = ResourceUrn.isApp(event.resource());
        Optional<Attribute> subject = lookup.of(event);
        List<Attribute> resource =
                List.copyOf(
                        isApp
                                ? ResourceAttributes.ofAppEvent(event, subject)
                                : ResourceAttributes.ofEvent(event, subject));
        List<Attribute> action = DecisionRequest.action(ReceivingAction.on(event.resource()));
        return consumers.stream()
                .map(
                        consumer ->
                                new DecisionRequest(
                                        Subjects.of(consumer).map(Attribute::included).stream()
                                                .toList(),
                                        action,
                                        resource))
                .toList();
    }

    /**
     * The subject of each question's event, asked for together; empty where Register cannot tell.
     * Where it cannot answer for all together, one person may be why, so it is asked for each.
     */
    private List<Optional<EventSubjects.Lookup>> lookups(List<Question> questions) {
        try {
            EventSubjects.Lookup all =
                    subjects.of(
                            questions.stream()
                                    .filter(one -> !one.consumers().isEmpty())
                                    .map(Question::event)
                                    .toList());
            return questions.stream().map(one -> Optional.of(all)).toList();
        } catch (RegisterUnavailable e) {
            LOG.warn("subjects away events={}", questions.size(), e);
            return eachLookup(questions);
        }
    }

    private List<Optional<EventSubjects.Lookup>> eachLookup(List<Question> questions) {
        List<Optional<EventSubjects.Lookup>> lookups = new ArrayList<>();
        int failures = questions.size() == 1 ? MOST_FAILURES : 1;
        for (Question question : questions) {
            Optional<EventSubjects.Lookup> lookup = Optional.empty();
            try {
                if (failures < MOST_FAILURES || !EventSubjects.asksRegister(question.event())) {
                    lookup = Optional.of(subjects.of(List.of(question.event())));
                }
            } catch (RegisterUnavailable e) {
                failures++;
            }
            lookups.add(lookup);
        }
        return lookups;
    }
}
