package no.altinn.simulation.schedule;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What publishers, readers, receivers and owners were told, to be compared with what is stored. Not
 * thread-safe.
 */
public final class Ledger {
    private final Map<EventKey, Event> acknowledged = new LinkedHashMap<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Fetched> fetched = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private final Set<Said> said = new HashSet<>();
    private final Set<Integer> discarded = new HashSet<>();

    private record Said(DeliveryKey delivery, String word) {}

    /** An event that a reader was shown. */
    public record Shown(int reader, String org, Event event, Instant at) {}

    /** An event that a receiver was handed out. */
    public record Fetched(int subscription, String org, Event event, int count, Instant at) {}

    /** A receiver's word about a lock, which the platform has confirmed. */
    public record Settled(int subscription, Event event, String word, Instant at) {}

    /** A publisher was told that this event is durable. */
    void acknowledge(Event event) {
        acknowledged.put(event.key(), event);
    }

    void show(Shown one) {
        shown.add(one);
    }

    void fetch(Fetched one) {
        fetched.add(one);
    }

    void settle(Settled one) {
        settled.add(one);
    }

    /** Notes that a receiver gave its word, whatever the platform answered. */
    void say(DeliveryKey delivery, String word) {
        said.add(new Said(delivery, word));
    }

    /** Whether a receiver gave this word of a delivery. */
    public boolean wasSaid(DeliveryKey delivery, String word) {
        return said.contains(new Said(delivery, word));
    }

    /** Notes that an owner asked to discard what was held. */
    void discard(int subscription) {
        discarded.add(subscription);
    }

    /** Whether an owner asked to discard what was held. */
    public boolean wasDiscarded(int subscription) {
        return discarded.contains(subscription);
    }

    /** The events whose publishers were told that they are durable. */
    public Map<EventKey, Event> acknowledged() {
        return acknowledged;
    }

    /** What readers were shown, in the order of time. */
    public List<Shown> shown() {
        return shown;
    }

    /** What receivers were handed out, in the order of time. */
    public List<Fetched> fetched() {
        return fetched;
    }

    /** What receivers gave their word of, in the order of time. */
    public List<Settled> settled() {
        return settled;
    }
}
