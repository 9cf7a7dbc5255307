package no.altinn.events.webhook.places;

import java.util.EnumMap;
import java.util.Map;

/** An endpoint in memory. Not thread-safe. */
final class EndPoint {
    private final Conduct conduct = new Conduct();
    private final Host host;
    private final Consumer consumer;
    private final Map<CallKind, Line> lines = new EnumMap<>(CallKind.class);

    EndPoint(Host host, Consumer consumer) {
        this.host = host;
        this.consumer = consumer;
    }

    Conduct conduct() {
        return conduct;
    }

    Trust trust() {
        return conduct.trust();
    }

    Host host() {
        return host;
    }

    Consumer consumer() {
        return consumer;
    }

    /** The endpoint's calls of one kind. */
    Line line(CallKind kind, Lane lane) {
        return lines.computeIfAbsent(
                kind, any -> new Line(this, lane, consumer.running(kind), consumer.waiting(kind)));
    }

    /** Counts its calls as those of an endpoint of another trust. */
    void recount(Trust from, Trust to) {
        lines.values().forEach(line -> line.recount(from, to));
    }

    /** Whether no call of it runs or waits. */
    boolean isIdle() {
        return lines.values().stream().allMatch(Line::isIdle);
    }
}
