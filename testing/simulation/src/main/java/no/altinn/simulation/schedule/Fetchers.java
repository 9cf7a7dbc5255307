package no.altinn.simulation.schedule;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.event.Event;
import no.altinn.events.pull.ReceiveOrder;
import no.altinn.events.pull.ReceivedEvent;
import no.altinn.events.pull.SettledLocks;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.store.StoredSubscriptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Receivers that fetch events, and settle them or forget to. Not thread-safe. */
final class Fetchers {
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(90);

    private static final Set<Class<? extends RuntimeException>> REMOVED =
            Set.of(UnknownSubscription.class);

    private final Stage<EventsProcess> stage;
    private final StoredSubscriptions subscriptions;

    Fetchers(Stage<EventsProcess> stage, StoredSubscriptions subscriptions) {
        this.stage = stage;
        this.subscriptions = subscriptions;
    }

    /** Fetches again and again in this length of time. */
    void plan(Duration length) {
        Duration wait = stage.chance().between(SOONEST, LATEST);
        if (wait.compareTo(length) < 0) {
            stage.world()
                    .after(
                            wait,
                            () -> {
                                pulled().forEach(one -> fetch(one, false));
                                plan(length.minus(wait));
                            });
        }
    }

    /** The subscriptions whose events are fetched. */
    List<Subscription> pulled() {
        return subscriptions.all().stream().filter(Subscription::isPulled).toList();
    }

    /**
     * Fetches once.
     *
     * @param isLast whether the receiver acknowledges every event that it gets
     */
    void fetch(Subscription subscription, boolean isLast) {
        List<ReceivedEvent> taken = new ArrayList<>();
        stage.call(
                "fetch " + subscription.id(),
                REMOVED,
                app ->
                        taken.addAll(
                                app.pulling().receive().receive(now(app, subscription), order())),
                outcome -> {
                    if (outcome.isDone()) {
                        taken.forEach(one -> handle(subscription, one, isLast));
                    }
                });
    }

    /** A receiver does not wait on top of another wait, which would cut its own wait short. */
    private ReceiveOrder order() {
        boolean mayWait = !stage.world().isOnTop() && stage.chance().hits(0.3);
        return new ReceiveOrder(
                stage.chance().nextInt(1, 20),
                mayWait ? Duration.ofSeconds(10) : Duration.ZERO,
                Duration.ofSeconds(stage.chance().nextInt(15, 90)));
    }

    private void handle(Subscription subscription, ReceivedEvent one, boolean isLast) {
        stage.ledger()
                .fetch(
                        new Ledger.Fetched(
                                subscription.id(),
                                org(subscription),
                                one.event(),
                                one.deliveryCount(),
                                stage.world().now()));
        stage.world()
                .tell(
                        "handed out %s of %d"
                                .formatted(
                                        DeliveryKey.of(one.event().key(), subscription.id()).id(),
                                        subscription.id()));
        int word = isLast ? 0 : stage.chance().nextInt(10);
        Duration work = isLast ? Duration.ZERO : stage.chance().upTo(LONGEST_WORK);
        stage.world().after(work, () -> settle(subscription, one, word));
    }

    private Subscription now(EventsProcess app, Subscription known) {
        return app.serving().own().find(stage.token(org(known)), known.id());
    }

    private static String org(Subscription subscription) {
        return subscription.consumer().substring("/org/".length());
    }

    private void settle(Subscription subscription, ReceivedEvent one, int word) {
        List<String> tokens = List.of(one.lockToken());
        switch (word) {
            case 9 -> stage.world().tell("receiver forgets " + one.event().id());
            case 8 ->
                    say(
                            subscription,
                            one.event(),
                            "released",
                            (app, found) ->
                                    app.pulling()
                                            .settle()
                                            .release(found, tokens, Duration.ofSeconds(10)));
            case 7 ->
                    say(
                            subscription,
                            one.event(),
                            "rejected",
                            (app, found) -> app.pulling().settle().reject(found, tokens));
            default ->
                    say(
                            subscription,
                            one.event(),
                            "acknowledged",
                            (app, found) -> app.pulling().settle().acknowledge(found, tokens));
        }
    }

    private void say(
            Subscription subscription,
            Event event,
            String word,
            BiFunction<EventsProcess, Subscription, SettledLocks> giving) {
        stage.ledger().say(DeliveryKey.of(event.key(), subscription.id()), word);
        List<String> succeeded = new ArrayList<>();
        stage.call(
                word + " " + event.id() + " of " + subscription.id(),
                REMOVED,
                app -> succeeded.addAll(giving.apply(app, now(app, subscription)).succeeded()),
                outcome -> {
                    if (outcome.isDone() && !succeeded.isEmpty()) {
                        stage.ledger()
                                .settle(
                                        new Ledger.Settled(
                                                subscription.id(),
                                                event,
                                                word,
                                                stage.world().now()));
                    }
                });
    }
}
