package no.altinn.rest.record;

/** Keeps the entries of every table. Implementations are thread-safe. */
@FunctionalInterface
public interface EntryStore {
    Entries of(Table table);
}
