package no.altinn.simulation.box;

import no.altinn.rest.message.MessageId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What callers of the box were told. Not thread-safe. */
final class BoxLedger {
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<Long, String> begun = new LinkedHashMap<>();
    private final Map<Long, Set<String>> done = new LinkedHashMap<>();
    private final List<Opened> opened = new ArrayList<>();

    /** A message that a person was shown between two instants. */
    record Opened(int userId, MessageId id, Instant from, Instant to) {}

    void attempt(String name) {
        attempts.merge(name, 1, Integer::sum);
    }

    void begun(String name, MessageId id) {
        begun.put(id.number(), name);
    }

    void done(MessageId id, String what) {
        done.computeIfAbsent(id.number(), any -> new LinkedHashSet<>()).add(what);
    }

    void opened(Opened one) {
        opened.add(one);
    }

    /** The messages that callers know of, by the ids that they may have now. */
    List<MessageId> messages() {
        return begun.keySet().stream()
                .map(
                        number ->
                                new MessageId(
                                        done.getOrDefault(number, Set.of()).stream()
                                                .anyMatch(it -> !it.equals("deleted")),
                                        number))
                .toList();
    }

    /** The numbers of the messages that were acknowledged, with their names. */
    Map<Long, String> begun() {
        return begun;
    }

    /** How often a message was sent. */
    Map<String, Integer> attempts() {
        return attempts;
    }

    /** What was acknowledged of each message. */
    Map<Long, Set<String>> done() {
        return done;
    }

    List<Opened> opened() {
        return opened;
    }
}
