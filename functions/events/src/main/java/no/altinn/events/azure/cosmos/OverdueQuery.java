package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.feed.EventDocument;

import java.time.Instant;

/**
 * Finds documents whose work is overdue. They name its time in {@code dueAt}, which is null in all
 * other documents.
 */
final class OverdueQuery {
    private OverdueQuery() {}

    /**
     * The query for the documents that were due before the instant, the longest overdue first.
     *
     * @param limit the most that are wanted
     */
    static SqlQuerySpec before(Instant instant, int limit) {
        return new SqlQuerySpec(
                "SELECT TOP %d * FROM c WHERE c.dueAt < @instant ORDER BY c.dueAt".formatted(limit),
                new SqlParameter("@instant", EventDocument.time(instant)));
    }
}
