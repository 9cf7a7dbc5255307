package no.altinn.rest.record;

import java.util.Collection;
import java.util.List;
import java.util.Set;

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

    /** Whether each entry has a partition of its own, which is its id. */
    public boolean isPartedById() {
        return partition.equals("id");
    }

    /**
     * Requires that an entry can be one of the table's.
     *
     * @throws IllegalArgumentException if it has other labels, or a partition of its own where the
     *     id is the partition
     */
    public void requireFit(Entry entry) {
        requireLabels(entry.labels().keySet());
        if (isPartedById() && !entry.partition().equals(entry.id())) {
            throw new IllegalArgumentException(
                    "In %s the id is the partition, not %s".formatted(name, entry.partition()));
        }
    }

    private void requireLabels(Collection<String> names) {
        if (!labels.containsAll(names)) {
            throw new IllegalArgumentException(
                    "%s has the labels %s, not all of %s".formatted(name, labels, names));
        }
    }

    /**
     * Requires that the table has the labels that a search is about.
     *
     * @throws IllegalArgumentException if it has not
     */
    public void requireLabels(Search search) {
        requireLabels(search.labels().keySet());
        search.order().ifPresent(order -> requireLabels(Set.of(order.label())));
    }
}
