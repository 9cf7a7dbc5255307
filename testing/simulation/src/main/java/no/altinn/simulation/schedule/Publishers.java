package no.altinn.simulation.schedule;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.simulation.process.EventsProcess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Publishers, most of which publish again when they get no acknowledgement. Not thread-safe. */
final class Publishers {
    private static final Duration SOONEST = Duration.ofMillis(500);
    private static final Duration LATEST = Duration.ofSeconds(40);
    private static final double GIVES_UP = 0.15;
    private static final double SENDS_TWICE = 0.1;
    private static final int LARGEST_BATCH = 6;

    private final Stage<EventsProcess> stage;
    private final AltinnToken publisher;
    private int number;

    Publishers(Stage<EventsProcess> stage) {
        this.stage = stage;
        this.publisher = stage.token("ttd");
    }

    /** Plans this many events within this length of time. */
    void plan(int count, Duration length) {
        int left = count;
        while (left > 0) {
            int size = Math.min(left, stage.chance().hits(0.7) ? 1 : batch());
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                events.add(next());
            }
            left -= size;
            stage.some(length, () -> publish(events));
        }
    }

    private int batch() {
        return stage.chance().nextInt(2, LARGEST_BATCH + 1);
    }

    private Event next() {
        number++;
        return EventReader.structured(
                """
                {"specversion":"1.0","id":"e%d","source":"urn:ttd:harbour","type":"%s",\
                "resource":"%s","subject":"/party/%s","data":{"n":%d}}"""
                        .formatted(
                                number,
                                stage.chance().pick(Plan.TYPES),
                                stage.chance().pick(Plan.RESOURCES),
                                stage.chance().pick(Plan.PARTIES),
                                number));
    }

    private void publish(List<Event> events) {
        List<String> ids = events.stream().map(Event::id).toList();
        stage.call(
                "publish " + ids,
                Set.of(),
                app -> app.publish().accept(publisher, events),
                outcome -> {
                    double again = outcome.isDone() ? SENDS_TWICE : 1 - GIVES_UP;
                    if (outcome.isDone()) {
                        stage.world().tell("acknowledged " + ids);
                        events.forEach(stage.ledger()::acknowledge);
                    }
                    if (stage.chance().hits(again)) {
                        stage.world()
                                .after(
                                        stage.chance().between(SOONEST, LATEST),
                                        () -> publish(events));
                    }
                });
    }
}
