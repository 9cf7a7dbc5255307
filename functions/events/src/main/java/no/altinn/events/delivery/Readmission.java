package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.platform.concurrent.SideBySide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether what was held may still be pushed. The policy is asked again, as it may have changed
 * since the event was relayed; the filters of a subscription never change. Thread-safe.
 */
public final class Readmission {
    private final RecentEvents events;
    private final PushPolicy policy;
    private final SideBySide calls;

    /**
     * Asks these collaborators.
     *
     * @param calls how many events are read at once
     */
    public Readmission(RecentEvents events, PushPolicy policy, SideBySide calls) {
        this.events = events;
        this.policy = policy;
        this.calls = calls;
    }

    /** Whether a delivery may go on. */
    enum Answer {
        PERMITTED,
        DENIED,
        /** The event is no longer kept. */
        GONE,
        /** Nothing could be found out now. */
        UNKNOWN
    }

    /**
     * Whether these deliveries to one consumer may go on. All their events are in memory together.
     *
     * @return the answers in the deliveries' order
     * @throws no.altinn.platform.client.Unavailable if the store cannot answer
     */
    List<Answer> of(String consumer, List<Delivery> deliveries) {
        List<Optional<Event>> found = calls.each(deliveries, one -> events.find(one.event()));
        List<PushPolicy.Question> questions =
                found.stream()
                        .flatMap(Optional::stream)
                        .map(event -> new PushPolicy.Question(event, List.of(consumer)))
                        .toList();
        List<PushPolicy.Verdict> verdicts = policy.on(questions);
        List<Answer> answers = new ArrayList<>();
        int asked = 0;
        for (Optional<Event> event : found) {
            answers.add(event.isPresent() ? answer(consumer, verdicts.get(asked++)) : Answer.GONE);
        }
        return answers;
    }

    private static Answer answer(String consumer, PushPolicy.Verdict verdict) {
        if (verdict.permitted().contains(consumer)) {
            return Answer.PERMITTED;
        }
        return verdict.undecided().contains(consumer) ? Answer.UNKNOWN : Answer.DENIED;
    }
}
