package no.altinn.events.pull;

import no.altinn.events.subscription.Subscription;
import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.Call;
import no.altinn.testing.history.History;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Receivers who share the tokens of one subscription's locks, and settle them at once. */
final class LockHistory {
    private static final int CALLERS = 4;
    private static final int CALLS = 12;

    private final Receivers receivers;
    private final Subscription subscription;

    /** The last token of each event that any receiver got, for all of them to use. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private final History<Ask, String> history = new History<>();

    LockHistory(Receivers receivers, Subscription subscription) {
        this.receivers = receivers;
        this.subscription = subscription;
    }

    private enum Deed {
        /** Answers the event and its new token; an empty text where there is none. */
        RECEIVE,
        ACKNOWLEDGE,
        RELEASE,
        REJECT,
        RENEW
    }

    /**
     * What is asked.
     *
     * @param event whose lock it is; empty where any event is asked for
     * @param token the lock's
     */
    private record Ask(Deed deed, String event, String token) {}

    /** The tokens of the events that are locked, and what is ready; the rest has been taken. */
    private record State(Map<String, String> locked, List<String> ready) {}

    /** A word counts if its lock is still there, and a lock ends by the first word but renewal. */
    private record Locks(List<String> events) implements Model<State, Ask, String> {
        @Override
        public State initial() {
            return new State(Map.of(), events);
        }

        @Override
        public Collection<State> after(State state, Ask asked, Optional<String> output) {
            String answered = output.orElseThrow();
            if (asked.deed() == Deed.RECEIVE) {
                return received(state, answered);
            }
            boolean isLocked = asked.token().equals(state.locked().get(asked.event()));
            if (isLocked != answered.equals("counted")) {
                return List.of();
            }
            return List.of(isLocked && asked.deed() != Deed.RENEW ? ended(state, asked) : state);
        }

        /** A receiver may get nothing though something is ready: others look at it just then. */
        private static Collection<State> received(State state, String answered) {
            if (answered.isEmpty()) {
                return List.of(state);
            }
            int space = answered.indexOf(' ');
            String event = answered.substring(0, space);
            if (!state.ready().contains(event)) {
                return List.of();
            }
            Map<String, String> locked = new ConcurrentHashMap<>(state.locked());
            locked.put(event, answered.substring(space + 1));
            List<String> ready = new ArrayList<>(state.ready());
            ready.remove(event);
            return List.of(new State(locked, ready));
        }

        private static State ended(State state, Ask asked) {
            Map<String, String> locked = new ConcurrentHashMap<>(state.locked());
            locked.remove(asked.event());
            List<String> ready = new ArrayList<>(state.ready());
            if (asked.deed() == Deed.RELEASE) {
                ready.add(asked.event());
                ready.sort(null);
            }
            return new State(locked, ready);
        }
    }

    /**
     * Lets the receivers work, and finds an order that explains what each of them saw.
     *
     * @param events the ids of what is ready, in order
     */
    Optional<List<Call<Ask, String>>> order(List<String> events, long seed)
            throws InterruptedException {
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed + caller);
            callers.add(() -> work(random));
        }
        AtOnce.run(callers);
        return Linearizability.order(new Locks(events), history.calls());
    }

    private void work(Random random) {
        for (int call = 0; call < CALLS; call++) {
            List<Map.Entry<String, String>> known = List.copyOf(tokens.entrySet());
            if (known.isEmpty() || random.nextInt(3) == 0) {
                receive();
            } else {
                Map.Entry<String, String> one = known.get(random.nextInt(known.size()));
                Deed deed = Deed.values()[1 + random.nextInt(4)];
                settle(new Ask(deed, one.getKey(), one.getValue()));
            }
        }
    }

    private void receive() {
        String answer =
                history.of(
                        new Ask(Deed.RECEIVE, "", ""),
                        () ->
                                receivers.receive(subscription, 1).stream()
                                        .map(one -> one.event().id() + " " + one.lockToken())
                                        .findFirst()
                                        .orElse(""));
        int space = answer.indexOf(' ');
        if (space > 0) {
            tokens.put(answer.substring(0, space), answer.substring(space + 1));
        }
    }

    private void settle(Ask asked) {
        List<String> token = List.of(asked.token());
        history.of(
                asked,
                () -> {
                    SettledLocks settled =
                            switch (asked.deed()) {
                                case ACKNOWLEDGE ->
                                        receivers.settle.acknowledge(subscription, token);
                                case RELEASE ->
                                        receivers.settle.release(
                                                subscription, token, Duration.ZERO);
                                case REJECT -> receivers.settle.reject(subscription, token);
                                default ->
                                        receivers.settle.renew(subscription, token, Receivers.LOCK);
                            };
                    return settled.succeeded().isEmpty() ? "lost" : "counted";
                });
    }
}
