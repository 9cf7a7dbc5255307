package no.altinn.events.subscription;

import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.Call;
import no.altinn.testing.history.History;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Model;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Consumers who add, find and remove the same few subscriptions at once. */
final class SubscriptionHistory {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final int CALLERS = 4;
    private static final int CALLS = 12;
    private static final int RESOURCES = 3;

    private final SubscriptionStore store;
    private final History<Ask, Integer> history = new History<>();

    SubscriptionHistory(SubscriptionStore store) {
        this.store = store;
    }

    private enum Deed {
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
     * @param resource of the subscription that is to be added
     * @param id of the one that is to be found or removed
     */
    private record Ask(Deed deed, int resource, int id) {}

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
    private static final class Numbers implements Model<State, Ask, Integer> {
        @Override
        public State initial() {
            return new State(new TreeMap<>(), Set.of());
        }

        @Override
        public Collection<State> after(State state, Ask asked, Optional<Integer> output) {
            int answered = output.orElseThrow();
            boolean isThere = state.ids().containsValue(asked.id());
            return switch (asked.deed()) {
                case ADD -> added(state, asked.resource(), answered);
                case FIND -> answered == (isThere ? asked.id() : 0) ? List.of(state) : List.of();
                case REMOVE ->
                        answered == (isThere ? 1 : 0)
                                ? List.of(state.without(asked.id()))
                                : List.of();
            };
        }

        private static Collection<State> added(State state, int resource, int id) {
            Optional<Integer> first = Optional.ofNullable(state.ids().get(resource));
            if (first.isPresent()) {
                return first.get() == id ? List.of(state) : List.of();
            }
            return state.given().contains(id) ? List.of() : List.of(state.with(resource, id));
        }
    }

    /** Lets the callers work, and finds an order that explains what each of them saw. */
    Optional<List<Call<Ask, Integer>>> order(long seed) throws InterruptedException {
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed + caller);
            callers.add(() -> work(random));
        }
        AtOnce.run(callers);
        return Linearizability.order(new Numbers(), history.calls());
    }

    private void work(Random random) {
        int last = 1;
        for (int call = 0; call < CALLS; call++) {
            int resource = random.nextInt(RESOURCES);
            int id = random.nextBoolean() ? last : 1 + random.nextInt(2 * RESOURCES);
            switch (Deed.values()[random.nextInt(3)]) {
                case ADD -> last = add(resource);
                case FIND ->
                        history.of(
                                new Ask(Deed.FIND, 0, id),
                                () -> store.find(id).map(Subscription::id).orElse(0));
                case REMOVE ->
                        history.of(new Ask(Deed.REMOVE, 0, id), () -> store.remove(id) ? 1 : 0);
            }
        }
    }

    private int add(int resource) {
        NewSubscription wanted =
                new NewSubscription(
                        URI.create("https://example.no/hook"),
                        Filters.onResource("urn:altinn:resource:r" + resource).build(),
                        "/org/ttd");
        return history.of(new Ask(Deed.ADD, resource, 0), () -> store.add(wanted, NOW).id());
    }
}
