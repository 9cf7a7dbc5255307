package no.altinn.rest.happening;

import no.altinn.rest.record.Entry;

import java.util.List;

/** Reads what has happened to an entry. Implementations are thread-safe. */
@FunctionalInterface
public interface Account {
    /** Of an entry whose head keeps it, as {@link Happenings} writes it. */
    Account KEPT = entry -> Happenings.of(entry.head());

    /**
     * What has happened, the oldest first; each happening has the same id each time.
     *
     * @throws no.altinn.platform.json.MalformedMessage if it cannot be read
     */
    List<Happening> of(Entry entry);
}
