package no.altinn.rest.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;

import java.util.Optional;

/**
 * Items with their schemas and codes, read when they are asked for; of those that were, 32 Mi
 * characters are kept. Thread-safe.
 */
final class WholeItems {
    private static final long MOST_CHARACTERS = 32L << 20;
    private static final int AT_LEAST = 1_000;

    private record Version(String partition, String id, String version) {}

    private final Entries entries;
    private final Cache<Version, CatalogueItem> kept =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .<Version, CatalogueItem>weigher((version, item) -> AT_LEAST + size(item))
                    .executor(Runnable::run)
                    .build();

    WholeItems(Entries entries) {
        this.entries = entries;
    }

    private static int size(CatalogueItem item) {
        if (item instanceof PublishedService published) {
            return published.size();
        }
        return item instanceof CodeListVersion list ? list.size() : 0;
    }

    /**
     * The whole item of an entry, in its version or a later one; empty if it has been removed.
     *
     * @param head the entry as it was found last
     */
    Optional<CatalogueItem> find(Entry head) {
        return Optional.ofNullable(
                kept.get(
                        new Version(head.partition(), head.id(), head.version()),
                        any ->
                                entries.find(head.partition(), head.id())
                                        .map(CatalogueEntry::whole)
                                        .orElse(null)));
    }
}
