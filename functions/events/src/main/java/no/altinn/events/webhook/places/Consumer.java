package no.altinn.events.webhook.places;

import java.util.EnumMap;
import java.util.Map;

/**
 * The calls that all endpoints of one consumer have in this process. They leave places to the
 * endpoints of other consumers, of which no more may be known. Not thread-safe.
 */
final class Consumer {
    private final String name;
    private final Map<CallKind, Headcount> running = new EnumMap<>(CallKind.class);
    private final Map<CallKind, Headcount> waiting = new EnumMap<>(CallKind.class);
    private int endPoints;

    Consumer(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Headcount running(CallKind kind) {
        return running.computeIfAbsent(kind, any -> new Headcount());
    }

    Headcount waiting(CallKind kind) {
        return waiting.computeIfAbsent(kind, any -> new Headcount());
    }

    void add() {
        endPoints++;
    }

    /** Forgets one of its endpoints; whether it has none any more. */
    boolean remove() {
        endPoints--;
        return endPoints == 0;
    }
}
