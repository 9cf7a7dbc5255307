package no.altinn.simulation.box;

import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One table that every process shares, with all versions of its entries. Not thread-safe. */
final class StoredEntries implements Entries {
    private final Table table;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final List<Entry> versions = new ArrayList<>();
    private Runnable onWrite = () -> {};

    StoredEntries(Table table) {
        this.table = table;
    }

    private record Key(String partition, String id) {}

    /** Has this work done after each write from now on. */
    void onWrite(Runnable listener) {
        onWrite = listener;
    }

    /** Each version of each entry, in the order of the writes. */
    List<Entry> versions() {
        return versions;
    }

    /** Each entry as it is. */
    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    @Override
    public Optional<Entry> find(String partition, String id) {
        return Optional.ofNullable(entries.get(new Key(partition, id))).map(StoredEntries::copy);
    }

    private static Entry copy(Entry entry) {
        return with(entry, entry.version());
    }

    private static Entry with(Entry entry, String version) {
        return new Entry(
                entry.partition(),
                entry.id(),
                entry.labels(),
                entry.head().deepCopy(),
                entry.body(),
                entry.expires(),
                version);
    }

    @Override
    public boolean add(Entry entry) {
        boolean isNew = !entries.containsKey(new Key(entry.partition(), entry.id()));
        if (isNew) {
            put(entry);
        }
        return isNew;
    }

    @Override
    public boolean replace(Entry entry, String version) {
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
    public void put(Entry entry) {
        table.requireFit(entry);
        Entry written = with(entry, Integer.toString(versions.size() + 1));
        entries.put(new Key(entry.partition(), entry.id()), written);
        versions.add(written);
        onWrite.run();
    }

    @Override
    public boolean remove(String partition, String id) {
        return entries.remove(new Key(partition, id)) != null;
    }

    @Override
    public List<Entry> search(Search search) {
        return entries.values().stream()
                .filter(one -> search.partition().map(one.partition()::equals).orElse(true))
                .filter(one -> search.labels().entrySet().stream().allMatch(it -> has(one, it)))
                .sorted(order(search))
                .skip(search.skip())
                .limit(search.limit())
                .map(StoredEntries::copy)
                .toList();
    }

    private static boolean has(Entry entry, Map.Entry<String, Set<String>> wanted) {
        return wanted.getValue().contains(entry.labels().getOrDefault(wanted.getKey(), ""));
    }

    private static Comparator<Entry> order(Search search) {
        Comparator<Entry> byId = Comparator.comparing(Entry::id);
        if (search.order().isEmpty()) {
            return byId;
        }
        String label = search.order().get().label();
        Comparator<Entry> up =
                Comparator.comparing((Entry one) -> one.labels().getOrDefault(label, ""))
                        .thenComparing(byId);
        return search.order().get().descending() ? up.reversed() : up;
    }
}
