package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.concurrent.SideBySide;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether what was held may still be pushed: its event may have gone, and the policy may
 * have changed since it was relayed. Thread-safe.
 */
public final class Readmission {
    private final RecentEvents events;
    private final Admission admission;
    private final SideBySide calls;

    /**
     * Asks these collaborators.
     *
     * @param calls how many events are read at once
     */
    public Readmission(RecentEvents events, Admission admission, SideBySide calls) {
        this.events = events;
        this.admission = admission;
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
     * Decides on deliveries of one subscription. All their events are in memory together.
     *
     * @return the answers in the deliveries' order
     * @throws no.altinn.platform.client.Unavailable if the store cannot answer
     */
    List<Answer> of(Subscription subscription, List<Delivery> deliveries) {
        List<Optional<Event>> found = calls.each(deliveries, one -> events.find(one.event()));
        Iterator<Admission.Answer> admitted =
                admission
                        .of(subscription, found.stream().flatMap(Optional::stream).toList())
                        .iterator();
        List<Answer> answers = new ArrayList<>();
        for (Optional<Event> event : found) {
            answers.add(event.isPresent() ? answer(admitted.next()) : Answer.GONE);
        }
        return answers;
    }

    private static Answer answer(Admission.Answer admitted) {
        return switch (admitted) {
            case PERMITTED -> Answer.PERMITTED;
            case REFUSED, UNWANTED -> Answer.DENIED;
            case UNDECIDED -> Answer.UNKNOWN;
        };
    }
}
