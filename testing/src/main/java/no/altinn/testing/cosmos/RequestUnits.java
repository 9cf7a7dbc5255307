package no.altinn.testing.cosmos;

import java.nio.charset.StandardCharsets;

/**
 * What requests cost, approximately. The vendor publishes 1 RU for reading a document of 1 KiB by
 * its id and 10 for one of 100 KiB; 5 RU and 50 RU for writing one without indexes; twice that for
 * changing one. Estimated are 0.3 RU for every entry that a write makes in an index, and for a
 * query 2.8 RU, with 0.25 RU for every KiB of the documents that it looks at (the vendor's own
 * example of a scan costs a tenth of that). A count by an index looks at no document. Reads at
 * strong consistency or bounded staleness cost twice that: {@link Replicas}.
 */
final class RequestUnits {
    private static final double PER_INDEX_ENTRY = 0.3;
    private static final double KIBIBYTE = 1024;

    private RequestUnits() {}

    static double ofRead(String document) {
        return 1 + 0.1 * (kibibytes(document) - 1);
    }

    static double ofCreate(String document, int indexEntries) {
        return 5 + 0.5 * (kibibytes(document) - 1) + PER_INDEX_ENTRY * indexEntries;
    }

    static double ofChange(String document, int indexEntries) {
        return 10 + (kibibytes(document) - 1) + PER_INDEX_ENTRY * indexEntries;
    }

    static double ofQuery(double kibibytes) {
        return 2.8 + 0.25 * kibibytes;
    }

    /** At least one: a smaller document costs as much. */
    static double kibibytes(String document) {
        return Math.max(1, document.getBytes(StandardCharsets.UTF_8).length / KIBIBYTE);
    }
}
