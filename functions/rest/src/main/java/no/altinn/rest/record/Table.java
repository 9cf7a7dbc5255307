package no.altinn.rest.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a table is like. Its name and labels are the names of the container and its indexed members
 * in Cosmos DB, and of the table and its columns in SQLite.
 *
 * @param name for example {@code messages}
 * @param partition what its entries are parted by, for example {@code reportee}; {@code id} when
 *     each entry has a partition of its own
 * @param labels what entries are also found and sorted by, for example {@code lastChanged}
 * @param lists labels of several values, for example {@code recipients}; entries are found by each
 *     of the values, and not sorted by them
 * @param isHierarchical whether each entry has a partition of its own below its partition, which
 *     may so hold more than one of the database's partitions does
 * @param isFed whether changes of its entries are told in a change feed
 */
public record Table(
        String name,
        String partition,
        List<String> labels,
        List<String> lists,
        boolean isHierarchical,
        boolean isFed) {
    /** The name by which a search asks for ids. */
    public static final String ID = "id";

    public Table {
        labels = List.copyOf(labels);
        lists = List.copyOf(lists);
    }

    /** A table whose labels have one value each. */
    public Table(String name, String partition, List<String> labels, boolean isFed) {
        this(name, partition, labels, List.of(), false, isFed);
    }

    /** The labels of one value, then those of several. */
    public List<String> allLabels() {
        return Stream.concat(labels.stream(), lists.stream()).toList();
    }

    /** The values of a list, in the order in which they were joined. */
    public static List<String> values(String list) {
        return Arrays.stream(list.split(" ")).filter(value -> !value.isEmpty()).toList();
    }

    /** Whether each entry has a partition of its own, which is its id. */
    public boolean isPartedById() {
        return partition.equals(ID);
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
        requireOf(allLabels(), names);
    }

    private void requireOf(List<String> some, Collection<String> names) {
        if (!some.containsAll(names)) {
            throw new IllegalArgumentException(
                    "%s has the labels %s, not all of %s".formatted(name, some, names));
        }
    }

    /**
     * Requires that the table has the labels that a search is about.
     *
     * @throws IllegalArgumentException if it has not
     */
    public void requireLabels(Search search) {
        requireLabels(
                search.labels().keySet().stream().filter(label -> !label.equals(ID)).toList());
        search.order().ifPresent(order -> requireOf(labels, Set.of(order.label())));
    }
}
