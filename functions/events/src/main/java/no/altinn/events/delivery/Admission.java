package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.register.RegisterUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Decides whether a subscription may get events now, by its filters of today and by the policy: an
 * answer of the past does not count for a delivery that begins again. Thread-safe.
 */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final MatchSubscriptions matching;
    private final PushPolicy policy;

    /** Admission by the rules that the relay goes by. */
    public Admission(MatchSubscriptions matching, PushPolicy policy) {
        this.matching = matching;
        this.policy = policy;
    }

    /** What was decided about one event. */
    public enum Answer {
        /** The subscription may get the event. */
        PERMITTED,
        /** The policy does not permit the consumer to see it. */
        REFUSED,
        /** The subscription's filters do not match it. */
        UNWANTED,
        /** The policy or Register cannot answer now. */
        UNDECIDED
    }

    /**
     * Decides on each event; the policy is asked about all of them together.
     *
     * @return the answers in the events' order
     */
    public List<Answer> of(Subscription subscription, List<Event> events) {
        List<Answer> wanted = events.stream().map(event -> wanted(subscription, event)).toList();
        List<PushPolicy.Question> questions = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (wanted.get(i) == Answer.PERMITTED) {
                questions.add(
                        new PushPolicy.Question(events.get(i), List.of(subscription.consumer())));
            }
        }
        Iterator<PushPolicy.Verdict> verdicts = policy.on(questions).iterator();
        return wanted.stream()
                .map(
                        answer ->
                                answer == Answer.PERMITTED
                                        ? answer(verdicts.next().on(subscription.consumer()))
                                        : answer)
                .toList();
    }

    private Answer wanted(Subscription subscription, Event event) {
        try {
            return matching.wants(subscription, event) ? Answer.PERMITTED : Answer.UNWANTED;
        } catch (RegisterUnavailable e) {
            LOG.warn("not admitted event={}", event.key(), e);
            return Answer.UNDECIDED;
        }
    }

    private static Answer answer(PushPolicy.Ruling ruling) {
        return switch (ruling) {
            case PERMITTED -> Answer.PERMITTED;
            case DENIED -> Answer.REFUSED;
            case UNDECIDED -> Answer.UNDECIDED;
        };
    }
}
