package no.altinn.rest.record;

import java.util.List;

/**
 * What a table is like. Its name and labels are the names of the container and its indexed members
 * in Cosmos DB, and of the table and its columns in SQLite.
 *
 * @param name for example {@code messages}
 * @param partition what its entries are parted by, for example {@code reportee}; {@code id} when
 *     each entry has a partition of its own
 * @param labels what entries are also found and sorted by, for example {@code lastChanged}
 * @param isFed whether changes of its entries are told in a change feed
 */
public record Table(String name, String partition, List<String> labels, boolean isFed) {
    public Table {
        labels = List.copyOf(labels);
    }
}
