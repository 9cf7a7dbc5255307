package no.altinn.simulation.schedule;

import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.EventGone;
import no.altinn.events.delivery.NotRetried;
import no.altinn.events.delivery.UnknownDelivery;
import no.altinn.events.job.AnotherJobRuns;
import no.altinn.events.job.JobTask;
import no.altinn.events.job.Period;
import no.altinn.events.signing.EndPointSecret;
import no.altinn.events.signing.Rotation;
import no.altinn.events.signing.TooManyKeys;
import no.altinn.events.subscription.NotServed;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.simulation.outside.KeyBook;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.store.StoredDeliveries;
import no.altinn.simulation.store.StoredSubscriptions;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;

/** Owners' changes to how their subscriptions are served. Not thread-safe. */
final class Changes {
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(20);
    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final Set<Class<? extends RuntimeException>> REFUSALS =
            Set.of(
                    UnknownSubscription.class,
                    NotServed.class,
                    AnotherJobRuns.class,
                    WrongDeliveryMode.class,
                    NotRetried.class,
                    EventGone.class,
                    UnknownDelivery.class,
                    TooManyKeys.class);

    private final Stage<EventsProcess> stage;
    private final StoredSubscriptions subscriptions;
    private final StoredDeliveries deliveries;
    private final KeyBook keys;

    Changes(
            Stage<EventsProcess> stage,
            StoredSubscriptions subscriptions,
            StoredDeliveries deliveries,
            KeyBook keys) {
        this.stage = stage;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.keys = keys;
    }

    /** Plans this many changes, each to a subscription that chance picks. */
    void plan(int count, Duration length) {
        for (int i = 0; i < count; i++) {
            stage.some(length, this::changeOne);
        }
    }

    private void changeOne() {
        List<Subscription> all = subscriptions.all();
        if (all.isEmpty()) {
            return;
        }
        Subscription one = stage.chance().pick(all);
        switch (stage.chance().nextInt(14)) {
            case 0, 1, 2 -> pauseAndResume(one);
            case 3 -> resume(one, stage.chance().hits(0.3));
            case 4 -> remove(one);
            case 5, 6 -> replay(one);
            case 7 -> retryDead(one);
            case 8, 9 -> retryOne(one);
            case 10 -> limit(one);
            case 11, 12 -> rotate(one);
            default -> cancelJob(one);
        }
    }

    private void pauseAndResume(Subscription one) {
        call("pause", one, (events, token) -> events.serving().changing().pause(token, one.id()));
        stage.world()
                .after(
                        stage.chance().between(SOONEST, LATEST.multipliedBy(9)),
                        () -> resume(one, false));
    }

    /** Resumes a subscription. An owner that gets no answer asks again. */
    private void resume(Subscription one, boolean discards) {
        if (discards) {
            stage.ledger().discard(one.id());
        }
        call(
                "resume" + (discards ? " and discard" : ""),
                one,
                (events, token) -> events.serving().changing().resume(token, one.id(), discards));
    }

    private void remove(Subscription one) {
        call("remove", one, (events, token) -> events.serving().own().remove(token, one.id()));
    }

    private void limit(Subscription one) {
        OptionalInt rate = OptionalInt.of(stage.chance().nextInt(6, 600));
        call(
                "limit to " + rate.getAsInt(),
                one,
                (events, token) -> events.serving().changing().limit(token, one.id(), rate));
    }

    private void rotate(Subscription one) {
        call(
                "rotate the key",
                one,
                (events, token) -> {
                    Subscription found = now(events, token, one);
                    keys.ask(one.id(), stage.world().now());
                    EndPointSecret secret =
                            events.serving()
                                    .signing()
                                    .secrets()
                                    .rotate(found, new Rotation(Optional.empty(), OVERLAP));
                    keys.show(one.id(), secret.forVerifying(), stage.world().now());
                });
    }

    private void replay(Subscription one) {
        boolean onlyMissing = stage.chance().hits(0.5);
        call(
                "replay",
                one,
                (events, token) ->
                        events.jobs()
                                .deliver(
                                        now(events, token, one),
                                        new JobTask.Replay(
                                                untilNow(),
                                                List.of(),
                                                Optional.empty(),
                                                onlyMissing)));
    }

    private void retryDead(Subscription one) {
        call(
                "retry dead ones",
                one,
                (events, token) ->
                        events.jobs()
                                .deliver(now(events, token, one), new JobTask.Retry(untilNow())));
    }

    private Period untilNow() {
        Instant now = stage.world().now();
        Instant from = World.BEGINNING.minusSeconds(60);
        return new Period(
                from,
                stage.chance().hits(0.5)
                        ? now
                        : from.plus(Duration.between(from, now).dividedBy(2)));
    }

    private void retryOne(Subscription one) {
        List<Delivery> of =
                deliveries.all().stream()
                        .filter(delivery -> delivery.key().subscriptionId() == one.id())
                        .filter(
                                delivery ->
                                        BeginRound.hasEnded(delivery) || stage.chance().hits(0.2))
                        .toList();
        if (!of.isEmpty()) {
            String id = stage.chance().pick(of).key().id();
            call(
                    "retry " + id,
                    one,
                    (events, token) -> events.retryDelivery().retry(now(events, token, one), id));
        }
    }

    private void cancelJob(Subscription one) {
        call(
                "cancel a job",
                one,
                (events, token) ->
                        events.jobs().of(one).stream()
                                .findFirst()
                                .ifPresent(job -> events.jobs().cancel(one, job.key().id())));
    }

    private static Subscription now(EventsProcess events, AltinnToken token, Subscription known) {
        return events.serving().own().find(token, known.id());
    }

    private void call(String what, Subscription one, BiConsumer<EventsProcess, AltinnToken> work) {
        AltinnToken token = stage.token(one.consumer().substring("/org/".length()));
        stage.call(
                what + " of " + one.id(),
                REFUSALS,
                app -> work.accept(app, token),
                outcome -> {
                    boolean isAway = !outcome.isDone() && !isRefused(outcome.failure());
                    if (isAway && stage.chance().hits(0.8)) {
                        again(() -> call(what, one, work));
                    }
                });
    }

    private static boolean isRefused(Optional<RuntimeException> failure) {
        return failure.filter(one -> REFUSALS.stream().anyMatch(kind -> kind.isInstance(one)))
                .isPresent();
    }

    private void again(Runnable work) {
        stage.world().after(stage.chance().between(SOONEST, LATEST), work);
    }
}
