package no.altinn.rest.record;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One table in memory. Thread-safe: its monitor guards everything. */
final class MemoryEntries implements Entries {
    /** As UTF-8 sorts, unlike the text's own order: by code point. */
    private static final Comparator<String> BY_CODE_POINT =
            (one, other) ->
                    Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    private static final Comparator<Entry> BY_ID =
            Comparator.comparing(Entry::id, BY_CODE_POINT)
                    .thenComparing(Entry::partition, BY_CODE_POINT);

    private record Key(String partition, String id) {
        static Key of(Entry entry) {
            return new Key(entry.partition(), entry.id());
        }
    }

    private final Table table;
    private final Clock clock;
    private final Map<Key, Entry> entries = new HashMap<>();
    private long writes;

    MemoryEntries(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Entry> find(String partition, String id) {
        return Optional.ofNullable(entries.get(new Key(partition, id)))
                .filter(this::isThere)
                .map(entry -> copy(entry, entry.body(), entry.version()));
    }

    @Override
    public synchronized boolean add(Entry entry) {
        table.requireFit(entry);
        if (find(entry.partition(), entry.id()).isPresent()) {
            return false;
        }
        put(entry);
        return true;
    }

    @Override
    public synchronized boolean replace(Entry entry, String version) {
        table.requireFit(entry);
        boolean isSame =
                find(entry.partition(), entry.id())
                        .filter(found -> found.version().equals(version))
                        .isPresent();
        if (isSame) {
            put(entry);
        }
        return isSame;
    }

    @Override
    public synchronized void put(Entry entry) {
        table.requireFit(entry);
        writes++;
        entries.put(Key.of(entry), copy(entry, entry.body(), Long.toString(writes)));
    }

    @Override
    public synchronized boolean remove(String partition, String id) {
        boolean wasThere = find(partition, id).isPresent();
        entries.remove(new Key(partition, id));
        return wasThere;
    }

    @Override
    public synchronized List<Entry> search(Search search) {
        table.requireLabels(search);
        return entries.values().stream()
                .filter(this::isThere)
                .filter(entry -> search.partition().map(entry.partition()::equals).orElse(true))
                .filter(entry -> search.labels().entrySet().stream().allMatch(has(entry)))
                .filter(entry -> search.order().map(order -> isWithin(order, entry)).orElse(true))
                .sorted(search.order().map(MemoryEntries::comparator).orElse(BY_ID))
                .skip(search.skip())
                .limit(search.limit())
                .map(entry -> copy(entry, "", entry.version()))
                .toList();
    }

    private Predicate<Map.Entry<String, Set<String>>> has(Entry entry) {
        return wanted ->
                values(entry, wanted.getKey()).stream().anyMatch(wanted.getValue()::contains);
    }

    private List<String> values(Entry entry, String label) {
        if (label.equals(Table.ID)) {
            return List.of(entry.id());
        }
        Optional<String> value = Optional.ofNullable(entry.labels().get(label));
        return table.lists().contains(label)
                ? value.map(Table::values).orElse(List.of())
                : value.stream().toList();
    }

    private static boolean isWithin(Search.Order order, Entry entry) {
        return Optional.ofNullable(entry.labels().get(order.label()))
                .filter(v -> order.from().map(f -> BY_CODE_POINT.compare(v, f) >= 0).orElse(true))
                .filter(v -> order.to().map(t -> BY_CODE_POINT.compare(v, t) <= 0).orElse(true))
                .isPresent();
    }

    private static Comparator<Entry> comparator(Search.Order order) {
        Comparator<Entry> up =
                Comparator.comparing(
                                (Entry entry) -> entry.labels().get(order.label()), BY_CODE_POINT)
                        .thenComparing(BY_ID);
        return order.descending() ? up.reversed() : up;
    }

    private boolean isThere(Entry entry) {
        return entry.expires().map(clock.instant()::isBefore).orElse(true);
    }

    /** What a test changes in an object later changes nothing here. */
    private static Entry copy(Entry entry, String body, String version) {
        return new Entry(
                entry.partition(),
                entry.id(),
                entry.labels(),
                entry.head().deepCopy(),
                body,
                entry.expires(),
                version);
    }
}
