package no.altinn.events.pull;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.pull.LockModel.Answer;
import no.altinn.events.pull.LockModel.Ask;
import no.altinn.events.pull.LockModel.Deed;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.History;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Losses;
import no.altinn.testing.history.Verdict;
import no.altinn.testing.time.MutableClock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Receivers who share the tokens of one subscription's locks, and settle them at once, while time
 * passes and some calls of the store are lost.
 */
final class LockHistory {
    private static final int CALLERS = 4;
    private static final int CALLS = 6;
    private static final List<String> EVENTS = List.of("1", "2", "3");

    /** Of this many calls of the store one is lost, and of this many answers one. */
    private static final int LOST = 40;

    private final Instant start = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    private final MutableClock clock = MutableClock.at(start);
    private final Receivers receivers;

    /** The same whose store loses nothing, to see at the end what is left. */
    private final Receivers reliable;

    private final Subscription subscription;
    private final long seed;

    /** The last token of each event that any receiver got, for all of them to use. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private final History<Ask, Answer> history = new History<>();

    private LockHistory(DeliveryStore store, int subscription, long seed) {
        this.seed = seed;
        Losses losses = new Losses(seed, LOST, () -> new Unavailable("lost"));
        this.receivers = new Receivers(losses.over(DeliveryStore.class, store), clock, time -> {});
        this.reliable = new Receivers(store, clock, time -> {});
        this.subscription = receivers.pulled(subscription);
        reliable.pulled(subscription);
        for (String event : EVENTS) {
            reliable.ready(subscription, event, start.minusSeconds(600));
        }
        receivers.stored.putAll(reliable.stored);
    }

    /**
     * Lets the receivers work, and looks for an order that explains what each of them saw.
     *
     * @param subscription one of which the store knows nothing yet
     */
    static Verdict<Ask, Answer> verdict(DeliveryStore store, int subscription, long seed)
            throws InterruptedException {
        return new LockHistory(store, subscription, seed).verdict();
    }

    private Verdict<Ask, Answer> verdict() throws InterruptedException {
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed * CALLERS + caller);
            callers.add(() -> work(random));
        }
        AtOnce.run(callers);
        lookWhatIsLeft();
        return Linearizability.verdict(new LockModel(EVENTS), history.calls());
    }

    private void work(Random random) {
        receive();
        for (int call = 1; call < CALLS; call++) {
            List<Map.Entry<String, String>> known = List.copyOf(tokens.entrySet());
            int lot = random.nextInt(12);
            if (lot == 0) {
                pass();
            } else if (known.isEmpty() || lot < 4) {
                receive();
            } else {
                Map.Entry<String, String> one = known.get(random.nextInt(known.size()));
                Deed deed =
                        List.of(Deed.ACKNOWLEDGE, Deed.RELEASE, Deed.REJECT, Deed.RENEW)
                                .get(random.nextInt(4));
                settle(new Ask(deed, one.getKey(), one.getValue(), steps(clock.instant())));
            }
        }
    }

    private int steps(Instant time) {
        return (int) Duration.between(start, time).dividedBy(LockModel.STEP);
    }

    private void pass() {
        history.of(
                new Ask(Deed.PASS, "", "", 0),
                () -> {
                    clock.advance(LockModel.STEP);
                    return Answer.COUNTED;
                });
    }

    private void receive() {
        Ask asked = new Ask(Deed.RECEIVE, "", "", steps(clock.instant()));
        Optional<Answer> answer =
                history.tried(
                        asked,
                        () ->
                                receivers.receive(subscription, 1).stream()
                                        .map(this::received)
                                        .findFirst()
                                        .orElse(Answer.NOTHING),
                        Unavailable.class);
        answer.stream()
                .flatMap(one -> one.locks().entrySet().stream())
                .forEach(lock -> tokens.put(lock.getKey(), lock.getValue().token()));
    }

    private Answer received(ReceivedEvent event) {
        return new Answer(true, Map.of(event.event().id(), lock(event)));
    }

    private LockModel.Lock lock(ReceivedEvent event) {
        Instant until = LockToken.of(event.lockToken(), subscription.id()).orElseThrow().until();
        return new LockModel.Lock(event.lockToken(), steps(until));
    }

    /** After all locks have run out, whatever was not taken is received. */
    private void lookWhatIsLeft() {
        for (int step = 0; step < LockModel.LOCK_STEPS; step++) {
            pass();
        }
        history.of(
                new Ask(Deed.RECEIVE_ALL, "", "", steps(clock.instant())),
                () -> {
                    Map<String, LockModel.Lock> locks = new ConcurrentHashMap<>();
                    reliable.receive(subscription, 100)
                            .forEach(event -> locks.put(event.event().id(), lock(event)));
                    return new Answer(!locks.isEmpty(), locks);
                });
    }

    private void settle(Ask asked) {
        List<String> token = List.of(asked.token());
        history.tried(
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
                    return settled.succeeded().isEmpty() ? Answer.NOTHING : Answer.COUNTED;
                },
                Unavailable.class);
    }
}
