package no.altinn.rest.login;

import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries that tell what was asked of them. For one thread. */
final class CountedEntries implements Entries {
    private final Entries entries;
    private final List<String> operations;

    /**
     * @param operations to which each call's name is added
     */
    CountedEntries(Entries entries, List<String> operations) {
        this.entries = entries;
        this.operations = operations;
    }

    @Override
    public Optional<Entry> find(String partition, String id) {
        operations.add("find");
        return entries.find(partition, id);
    }

    @Override
    public boolean add(Entry entry) {
        operations.add("add");
        return entries.add(entry);
    }

    @Override
    public boolean replace(Entry entry, String version) {
        operations.add("replace");
        return entries.replace(entry, version);
    }

    @Override
    public void put(Entry entry) {
        operations.add("put");
        entries.put(entry);
    }

    @Override
    public boolean remove(String partition, String id) {
        operations.add("remove");
        return entries.remove(partition, id);
    }

    @Override
    public List<Entry> search(Search search) {
        operations.add("search");
        return new ArrayList<>(entries.search(search));
    }
}
