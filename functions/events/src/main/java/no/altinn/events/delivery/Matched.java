package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.subscription.Interest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The subscriptions that want an event, as far as they were found.
 *
 * @param piece the subscriptions that were looked at
 * @param interests those of them that want the event, the oldest first, {@link #MOST} at most
 * @param rest the subscriptions that are left for later
 * @param isComplete whether no subscription of the piece can be missing
 */
record Matched(
        Event event,
        Piece piece,
        List<Interest> interests,
        Optional<Piece> rest,
        boolean isComplete) {
    /** How many recipients an event is relayed to in one go. */
    static final int MOST = 1_000;

    /** How many recipients of several events are in memory together, or those of one event. */
    private static final int MOST_TOGETHER = 10_000;

    /** Takes the first of the matching interests in the piece. */
    static Matched of(EventPiece wanted, List<Interest> matching, boolean isComplete) {
        Piece piece = wanted.piece();
        List<Interest> first =
                matching.stream().filter(one -> piece.holds(one.id())).limit(MOST + 1L).toList();
        if (first.size() <= MOST) {
            return new Matched(wanted.event(), piece, first, Optional.empty(), isComplete);
        }
        int last = first.get(MOST - 1).id();
        return new Matched(
                wanted.event(),
                piece.upTo(last),
                first.subList(0, MOST),
                Optional.of(piece.from(last)),
                isComplete);
    }

    /** Nothing was found out. */
    static Matched nothing(EventPiece wanted) {
        return of(wanted, List.of(), false);
    }

    /** Splits a batch, in its order, so that the recipients of each part fit into memory. */
    static List<List<Matched>> sections(List<Matched> batch) {
        List<List<Matched>> sections = new ArrayList<>();
        int recipients = 0;
        for (Matched one : batch) {
            boolean isFull = recipients + one.interests().size() > MOST_TOGETHER;
            if (sections.isEmpty() || isFull) {
                sections.add(new ArrayList<>());
                recipients = 0;
            }
            sections.get(sections.size() - 1).add(one);
            recipients += one.interests().size();
        }
        return sections;
    }
}
