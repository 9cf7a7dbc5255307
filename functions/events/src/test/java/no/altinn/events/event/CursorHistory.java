package no.altinn.events.event;

import no.altinn.events.event.CursorModel.Answer;
import no.altinn.events.event.CursorModel.Ask;
import no.altinn.events.event.EventStream.OfResource;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.History;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Losses;
import no.altinn.testing.history.Verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Publishers who append events to a few resources while readers follow them, while time passes and
 * some calls of the store are lost.
 */
final class CursorHistory {
    private static final int WRITERS = 3;
    private static final int READERS = 3;
    private static final int CALLS = 6;
    private static final int RESOURCES = 2;
    private static final Duration STEP = Duration.ofSeconds(2);

    /** Of this many calls of the store one is lost, and of this many answers one. */
    private static final int LOST = 20;

    private final EventStore store;
    private final EventStore reliable;
    private final Function<Duration, Instant> pass;
    private final long seed;

    /** No time is put forward during an append: a store relies on it that an append takes less. */
    private final ReadWriteLock appending = new ReentrantReadWriteLock();

    private final List<History<Ask, Answer>> histories =
            IntStream.range(0, RESOURCES).mapToObj(i -> new History<Ask, Answer>()).toList();

    /** When publishers knew that their events were stored. */
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    private CursorHistory(EventStore store, Function<Duration, Instant> pass, long seed) {
        this.store =
                new Losses(seed, LOST, () -> new Unavailable("lost")).over(EventStore.class, store);
        this.reliable = store;
        this.pass = pass;
        this.seed = seed;
    }

    /**
     * Lets them work, and looks for an order that explains what each reader saw.
     *
     * @param pass lets so much time pass for the store, and tells what time it is then
     */
    static Verdict<Ask, Answer> verdict(
            EventStore store, Function<Duration, Instant> pass, long seed)
            throws InterruptedException {
        return new CursorHistory(store, pass, seed).verdict();
    }

    private Verdict<Ask, Answer> verdict() throws InterruptedException {
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < WRITERS; caller++) {
            Random random = new Random(seed * 10 + caller);
            String writer = "w" + caller + "-";
            callers.add(() -> publish(random, writer));
        }
        for (int caller = 0; caller < READERS; caller++) {
            Random random = new Random(seed * 10 + WRITERS + caller);
            callers.add(() -> follow(random));
        }
        AtOnce.run(callers);
        Instant unused = pass.apply(CursorModel.READABLE.plus(STEP));
        return IntStream.range(0, RESOURCES)
                .mapToObj(this::verdict)
                .reduce(Verdict::and)
                .orElseThrow();
    }

    private Verdict<Ask, Answer> verdict(int resource) {
        return Linearizability.verdict(
                new CursorModel(log(resource), told), histories.get(resource).calls());
    }

    private List<String> log(int resource) {
        List<String> log = new ArrayList<>();
        Cursor cursor = Cursor.START;
        Page page;
        do {
            page = reliable.read(all(resource), cursor, 100);
            page.events().forEach(stored -> log.add(stored.event().id()));
            cursor = page.examinedTo();
        } while (!page.atEnd());
        return log;
    }

    /** No other history of the same store has these. */
    private String urn(int resource) {
        return "urn:altinn:resource:history-" + seed + "-" + resource;
    }

    private EventQuery all(int resource) {
        return new EventQuery(new OfResource(urn(resource)), List.of());
    }

    private void publish(Random random, String writer) {
        for (int call = 0; call < CALLS; call++) {
            int resource = random.nextInt(RESOURCES);
            if (random.nextInt(4) == 0) {
                pass();
            }
            // Each publisher may append the event that they have in common.
            append(resource, random.nextInt(5) == 0 ? "common-" + resource : writer + call);
        }
    }

    private void pass() {
        appending.writeLock().lock();
        try {
            Instant unused = pass.apply(STEP);
        } finally {
            appending.writeLock().unlock();
        }
    }

    private void append(int resource, String id) {
        Event event = TestEvents.event(id, Map.of("resource", urn(resource)));
        appending.readLock().lock();
        try {
            histories
                    .get(resource)
                    .tried(
                            Ask.append(id),
                            () -> {
                                store.append(List.of(event));
                                return Answer.APPENDED;
                            },
                            Unavailable.class)
                    .ifPresent(answer -> told.putIfAbsent(id, now()));
        } finally {
            appending.readLock().unlock();
        }
    }

    private Instant now() {
        return pass.apply(Duration.ZERO);
    }

    /** Where a reader is in a resource. */
    private record Place(Cursor cursor, List<String> read) {}

    private void follow(Random random) {
        Map<Integer, Place> places = new HashMap<>();
        for (int call = 0; call < CALLS; call++) {
            int resource = random.nextInt(RESOURCES);
            Place place = places.getOrDefault(resource, new Place(Cursor.START, List.of()));
            boolean isById = random.nextInt(3) == 0 && !place.read().isEmpty();
            read(resource, place, isById, 1 + random.nextInt(4))
                    .ifPresent(further -> places.put(resource, further));
        }
    }

    /**
     * Reads on.
     *
     * @param isById whether the reader names the last event in place of a cursor
     */
    private Optional<Place> read(int resource, Place place, boolean isById, int limit) {
        List<Cursor> next = new ArrayList<>();
        return histories
                .get(resource)
                .tried(
                        Ask.read(place.read().size(), now()),
                        () -> {
                            Page page =
                                    store.read(
                                            all(resource),
                                            isById ? lastOf(place, resource) : place.cursor(),
                                            limit);
                            next.add(page.examinedTo());
                            return Answer.of(page);
                        },
                        Unavailable.class)
                .map(
                        answer -> {
                            List<String> read = new ArrayList<>(place.read());
                            read.addAll(answer.events());
                            return new Place(next.get(0), read);
                        });
    }

    private Cursor lastOf(Place place, int resource) {
        return store.cursorOf(
                new OfResource(urn(resource)), place.read().get(place.read().size() - 1));
    }
}
