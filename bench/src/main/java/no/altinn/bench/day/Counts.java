package no.altinn.bench.day;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often something happened, by its name. Thread-safe. */
final class Counts {
    private static final int KINDS = 200;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String what) {
        // An answer that differs each time must not fill the memory.
        String kind = counts.size() < KINDS || counts.containsKey(what) ? what : "others";
        counts.computeIfAbsent(kind, any -> new LongAdder()).increment();
    }

    long of(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** All counts, by name. */
    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }
}
