package no.altinn.simulation.schedule;

import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.simulation.process.EventsProcess;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Owners that make subscriptions. Not thread-safe. */
final class Owners {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(20);
    private static final double PULLED = 0.3;
    private final Stage<EventsProcess> stage;

    Owners(Stage<EventsProcess> stage) {
        this.stage = stage;
    }

    /** Makes subscriptions, most of them at the beginning. */
    void subscribe(int count, Duration length) {
        for (int i = 0; i < count; i++) {
            NewSubscription wanted = wanted(i);
            stage.some(stage.chance().hits(0.75) ? FIRST : length, () -> subscribe(wanted));
        }
    }

    private NewSubscription wanted(int number) {
        Filters.Builder filters = Filters.onResource(stage.chance().pick(Plan.RESOURCES));
        if (stage.chance().hits(0.3)) {
            filters.subject("/party/" + stage.chance().pick(Plan.PARTIES));
        }
        if (stage.chance().hits(0.3)) {
            filters.type(stage.chance().pick(Plan.TYPES));
        }
        Optional<URI> endPoint =
                stage.chance().hits(PULLED)
                        ? Optional.empty()
                        : Optional.of(URI.create("https://hook" + number + ".example/in"));
        return new NewSubscription(
                endPoint, filters.build(), "/org/" + stage.chance().pick(Plan.ORGS));
    }

    private void subscribe(NewSubscription wanted) {
        stage.call(
                "subscribe " + wanted.endPoint().map(URI::getHost).orElse("pull"),
                Set.of(),
                app -> app.serving().subscribe(wanted),
                outcome -> {
                    if (!outcome.isDone()) {
                        again(() -> subscribe(wanted));
                    }
                });
    }

    private void again(Runnable work) {
        stage.world().after(stage.chance().between(SOONEST, LATEST), work);
    }
}
