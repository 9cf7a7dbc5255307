package no.altinn.events.event;

import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.Call;
import no.altinn.testing.history.History;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Publishers who append events while readers follow the same stream, each from its beginning. */
final class CursorHistory {
    private static final int WRITERS = 3;
    private static final int READERS = 3;
    private static final int EVENTS = 8;

    private final EventStore store;
    private final EventQuery query;
    private final History<Ask, List<String>> history = new History<>();

    CursorHistory(EventStore store, EventQuery query) {
        this.store = store;
        this.query = query;
    }

    /**
     * What is asked.
     *
     * @param event the id of one to be appended; empty for a reader
     * @param place how many events the reader has read before
     */
    private record Ask(String event, int place) {}

    /**
     * A log in which an event appears at some time after it was appended, and never before a place
     * that a reader has passed. A state is how many have appeared.
     *
     * @param log all events, in the order in which each reader must find them
     */
    private record Log(List<String> log) implements Model<Integer, Ask, List<String>> {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Collection<Integer> after(Integer state, Ask asked, Optional<List<String>> output) {
            if (output.isEmpty()) {
                boolean isNext = state < log.size() && log.get(state).equals(asked.event());
                return isNext ? List.of(state + 1) : List.of();
            }
            int end = asked.place() + output.get().size();
            boolean isSeen = end <= state && log.subList(asked.place(), end).equals(output.get());
            return isSeen ? List.of(state) : List.of();
        }
    }

    /** Lets them work, and finds an order that explains what each reader saw. */
    Optional<List<Call<Ask, List<String>>>> order(long seed) throws InterruptedException {
        List<Runnable> callers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Event> events = TestEvents.numbered("h" + writer + "-", EVENTS);
            callers.add(() -> events.forEach(this::append));
        }
        for (int reader = 0; reader < READERS; reader++) {
            Random random = new Random(seed + reader);
            callers.add(() -> follow(random));
        }
        AtOnce.run(callers);
        List<String> log = new ArrayList<>();
        read(Cursor.START, 0, 1_000, log);
        // A read that tells nothing needs no explanation, and readers make thousands.
        return Linearizability.order(
                new Log(log),
                history.calls().stream()
                        .filter(call -> !call.output().equals(Optional.of(List.of())))
                        .toList());
    }

    private void append(Event event) {
        history.ofLateEffect(new Ask(event.id(), 0), () -> store.append(List.of(event)));
    }

    private void follow(Random random) {
        List<String> seen = new ArrayList<>();
        Cursor cursor = Cursor.START;
        while (seen.size() < WRITERS * EVENTS && !Thread.interrupted()) {
            cursor = read(cursor, seen.size(), 1 + random.nextInt(5), seen);
        }
    }

    private Cursor read(Cursor cursor, int place, int size, List<String> seen) {
        List<Cursor> next = new ArrayList<>();
        seen.addAll(
                history.of(
                        new Ask("", place),
                        () -> {
                            Page page = store.read(query, cursor, size);
                            next.add(page.examinedTo());
                            return page.events().stream()
                                    .map(stored -> stored.event().id())
                                    .toList();
                        }));
        return next.get(0);
    }
}
