package no.altinn.rest.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries are wanted, and in which order. Text is compared by its code points.
 *
 * @param partition of which partition; empty for all
 * @param labels for each label that counts, the values that are wanted: any of them; of a label of
 *     several values, one that is wanted is enough; {@link Table#ID} stands for the entries' ids
 * @param order the label that they are sorted by, then by id in the same direction; empty for by id
 *     alone; entries of the same id by partition
 * @param skip how many to leave out at first, 0 to 10 000
 * @param limit how many at most, 1 to 10 000
 */
public record Search(
        Optional<String> partition,
        Map<String, Set<String>> labels,
        Optional<Order> order,
        int skip,
        int limit) {
    /** The most entries that one search gives. */
    public static final int MOST = 10_000;

    /**
     * A label to sort by. Entries without the label are left out.
     *
     * @param from the least value, compared as text; empty for no bound
     * @param to the greatest value; empty for no bound
     */
    public record Order(
            String label, boolean descending, Optional<String> from, Optional<String> to) {}

    public Search {
        labels = Map.copyOf(labels);
    }

    /** All entries of a partition, by id. */
    public static Search in(String partition) {
        return new Search(Optional.of(partition), Map.of(), Optional.empty(), 0, MOST);
    }

    /** All entries of the table, by id. */
    public static Search everywhere() {
        return new Search(Optional.empty(), Map.of(), Optional.empty(), 0, MOST);
    }

    /** The same, of entries whose label has one of the values. */
    public Search with(String label, Set<String> values) {
        Map<String, Set<String>> more = new LinkedHashMap<>(labels);
        more.put(label, Set.copyOf(values));
        return new Search(partition, more, order, skip, limit);
    }

    /** The same in the order of a label. */
    public Search by(Order label) {
        return new Search(partition, labels, Optional.of(label), skip, limit);
    }

    /** A part of the same. */
    public Search page(int from, int size) {
        return new Search(partition, labels, order, from, size);
    }
}
