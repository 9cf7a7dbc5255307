package no.altinn.events.webhook.places;

import java.util.EnumMap;
import java.util.Map;

/** An endpoint in memory. Not thread-safe. */
final class EndPoint {
    private final Conduct conduct = new Conduct();
    private final Host host;
    private final Map<CallKind, Line> lines = new EnumMap<>(CallKind.class);

    EndPoint(Host host) {
        this.host = host;
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

    /** The endpoint's calls of one kind. */
    Line line(CallKind kind, Lane lane) {
        return lines.computeIfAbsent(kind, any -> new Line(this, lane));
    }

    /** Counts its calls as those of an endpoint of another trust. */
    void recount(Trust from, Trust to) {
        for (Line line : lines.values()) {
            host.running().move(from, to, line.running());
            line.lane().running().move(from, to, line.running());
            line.lane().waiting().move(from, to, line.waiting());
        }
    }

    /** Whether no call of it runs or waits. */
    boolean isIdle() {
        return lines.values().stream().allMatch(line -> line.running() + line.waiting() == 0);
    }
}
