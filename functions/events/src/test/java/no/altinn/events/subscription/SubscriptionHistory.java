package no.altinn.events.subscription;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.Call;
import no.altinn.testing.history.History;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Losses;
import no.altinn.testing.history.Model;
import no.altinn.testing.history.Verdict;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Consumers who add, find and remove the same few subscriptions at once, while some calls of the
 * store are lost.
 */
final class SubscriptionHistory {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final int CALLERS = 4;
    private static final int CALLS = 6;
    private static final int RESOURCES = 4;

    /** Of this many calls of the store one is lost, and of this many answers one. */
    private static final int LOST = 20;

    private final SubscriptionStore store;
    private final long seed;

    /** All numbers that consumers were told. */
    private final Set<Integer> numbers = ConcurrentHashMap.newKeySet();

    private final History<Ask, Integer> history = new History<>();

    private SubscriptionHistory(SubscriptionStore store, long seed) {
        this.store =
                new Losses(seed, LOST, () -> new Unavailable("lost"))
                        .over(SubscriptionStore.class, store);
        this.seed = seed;
    }

    /** Lets the consumers work, and looks for an order that explains what each of them saw. */
    static Verdict<Ask, Integer> verdict(SubscriptionStore store, long seed)
            throws InterruptedException {
        return new SubscriptionHistory(store, seed).verdict();
    }

    enum Deed {
        /** Answers the number. */
        ADD,
        /** Answers the number, or 0 where there is none. */
        FIND,
        /** Answers 1 where there was one, else 0. */
        REMOVE
    }

    /**
     * What is asked.
     *
     * @param resource of the subscription that is to be added, -1 for none
     * @param id of the one that is to be found or removed
     */
    record Ask(Deed deed, int resource, int id) {}

    /** The numbers of the subscriptions that there are, by their resources, and all ever given. */
    private record State(TreeMap<Integer, Integer> ids, Set<Integer> given) {
        State with(int resource, int id) {
            TreeMap<Integer, Integer> more = new TreeMap<>(ids);
            more.put(resource, id);
            Set<Integer> moreGiven = new TreeSet<>(given);
            moreGiven.add(id);
            return new State(more, moreGiven);
        }

        State without(int id) {
            TreeMap<Integer, Integer> fewer = new TreeMap<>(ids);
            fewer.values().remove(id);
            return new State(fewer, given);
        }
    }

    /** A number is given once, and an identical subscription finds the first. */
    private record Numbers(Set<Integer> told) implements Model<State, Ask, Integer> {
        @Override
        public State initial() {
            return new State(new TreeMap<>(), Set.of());
        }

        @Override
        public Collection<State> after(State state, Ask asked, Optional<Integer> output) {
            boolean isThere = state.ids().containsValue(asked.id());
            return switch (asked.deed()) {
                case ADD ->
                        output.map(id -> added(state, asked.resource(), id))
                                .orElseGet(() -> addedUnheard(state, asked.resource()));
                case FIND -> answers(output, isThere ? asked.id() : 0) ? List.of(state) : List.of();
                case REMOVE ->
                        answers(output, isThere ? 1 : 0)
                                ? List.of(state.without(asked.id()))
                                : List.of();
            };
        }

        private static boolean answers(Optional<Integer> output, int expected) {
            return output.isEmpty() || output.get() == expected;
        }

        private static Collection<State> added(State state, int resource, int id) {
            Optional<Integer> first = Optional.ofNullable(state.ids().get(resource));
            if (first.isPresent()) {
                return first.get() == id ? List.of(state) : List.of();
            }
            return state.given().contains(id) ? List.of() : List.of(state.with(resource, id));
        }

        /** It has a number that nothing else has had. If that is never told, nobody can see it. */
        private Collection<State> addedUnheard(State state, int resource) {
            if (state.ids().containsKey(resource)) {
                return List.of(state);
            }
            return told.stream()
                    .filter(id -> !state.given().contains(id))
                    .map(id -> state.with(resource, id))
                    .toList();
        }
    }

    private Verdict<Ask, Integer> verdict() throws InterruptedException {
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed * CALLERS + caller);
            int first = caller % RESOURCES;
            callers.add(() -> work(random, first));
        }
        AtOnce.run(callers);
        return Linearizability.verdict(new Numbers(told()), history.calls());
    }

    /** All numbers that anyone asked or was told of. */
    private Set<Integer> told() {
        Set<Integer> told = new TreeSet<>();
        for (Call<Ask, Integer> call : history.calls()) {
            told.add(call.input().id());
            if (call.input().deed() == Deed.ADD) {
                call.output().ifPresent(told::add);
            }
        }
        told.remove(0);
        return told;
    }

    private void work(Random random, int first) {
        add(first);
        for (int call = 1; call < CALLS; call++) {
            List<Integer> known = List.copyOf(numbers);
            // The next number may be given just now.
            int next = known.isEmpty() ? Integer.MAX_VALUE : Collections.max(known) + 1;
            int lot = random.nextInt(known.size() + 1);
            int id = lot < known.size() ? known.get(lot) : next;
            switch (Deed.values()[random.nextInt(3)]) {
                case ADD -> add(random.nextInt(RESOURCES));
                case FIND ->
                        ask(
                                new Ask(Deed.FIND, -1, id),
                                () -> store.find(id).map(Subscription::id).orElse(0));
                case REMOVE -> ask(new Ask(Deed.REMOVE, -1, id), () -> store.remove(id) ? 1 : 0);
            }
        }
    }

    private Optional<Integer> ask(Ask asked, Supplier<Integer> call) {
        return history.tried(asked, call, Unavailable.class);
    }

    private void add(int resource) {
        // No other history of the same store has these.
        NewSubscription wanted =
                new NewSubscription(
                        URI.create("https://example.no/hook"),
                        Filters.onResource("urn:altinn:resource:r" + resource + "-" + seed).build(),
                        "/org/ttd");
        ask(new Ask(Deed.ADD, resource, 0), () -> store.add(wanted, NOW).id())
                .ifPresent(numbers::add);
    }
}
