package no.altinn.rest.endpoint.openapi;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;

import java.util.List;
import java.util.Optional;

/** A store that does not answer. */
final class AwayEntries implements Entries {
    private static Unavailable away() {
        return new Unavailable("The store is away");
    }

    @Override
    public Optional<Entry> find(String partition, String id) {
        throw away();
    }

    @Override
    public boolean add(Entry entry) {
        throw away();
    }

    @Override
    public boolean replace(Entry entry, String version) {
        throw away();
    }

    @Override
    public void put(Entry entry) {
        throw away();
    }

    @Override
    public boolean remove(String partition, String id) {
        throw away();
    }

    @Override
    public List<Entry> search(Search search) {
        throw away();
    }
}
