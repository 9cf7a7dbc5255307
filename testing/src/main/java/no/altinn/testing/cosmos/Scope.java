package no.altinn.testing.cosmos;

import no.altinn.testing.cosmos.Documents.Stored;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The documents that a request is about: those with a key, or those in a range, or in a part of it.
 */
final class Scope {
    private Scope() {}

    /** Whether a document is among them; refused if the range that is named is gone. */
    static Predicate<Stored> of(Request request, KeyRanges ranges) {
        Optional<List<Object>> key =
                request.header().apply("x-ms-documentdb-partitionkey").map(PartitionKeys::named);
        Optional<KeyRange> range =
                request.header()
                        .apply("x-ms-documentdb-partitionkeyrangeid")
                        .map(Scope::withoutContainer)
                        .map(ranges::require);
        Optional<String> start = request.header().apply("x-ms-start-epk");
        Optional<String> end = request.header().apply("x-ms-end-epk");
        return document ->
                (key.isEmpty() || PartitionKeys.begins(document.key(), key.get()))
                        && (range.isEmpty() || range.get().contains(document.effectiveKey()))
                        && (start.isEmpty() || start.get().compareTo(document.effectiveKey()) <= 0)
                        && (end.isEmpty() || document.effectiveKey().compareTo(end.get()) < 0);
    }

    private static String withoutContainer(String id) {
        return id.substring(id.indexOf(',') + 1);
    }
}
