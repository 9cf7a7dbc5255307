package no.altinn.local.store;

import no.altinn.rest.record.Search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A search as SQL. In the order of a label, it is a range of that label's index from the first
 * entry of the page to the last; SQLite, which keeps no statistics here, might else sort a whole
 * box by another index.
 */
record SqliteEntryQuery(String sql, List<Object> values, boolean isEmpty) {
    private static final class Conditions {
        private final List<String> sql = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String condition, Object... its) {
            sql.add(condition);
            Collections.addAll(values, its);
        }
    }

    static SqliteEntryQuery of(EntryTable table, Search search, String isThere, long now) {
        Conditions conditions = new Conditions();
        search.partition().ifPresent(value -> conditions.add(table.partition() + " = ?", value));
        search.labels().forEach((label, wanted) -> addLabel(table, conditions, label, wanted));
        search.order().ifPresent(order -> addBounds(conditions, order));
        conditions.add(isThere, now);
        List<Object> values = conditions.values;
        values.add(search.limit());
        values.add(search.skip());
        String sql =
                "SELECT %s FROM %s%s WHERE %s ORDER BY %s LIMIT ? OFFSET ?"
                        .formatted(
                                String.join(", ", table.listed()),
                                table.name(),
                                search.order().map(order -> index(table, search, order)).orElse(""),
                                String.join(" AND ", conditions.sql),
                                String.join(", ", order(table, search)));
        return new SqliteEntryQuery(
                sql, values, search.labels().values().stream().anyMatch(Set::isEmpty));
    }

    private static void addLabel(
            EntryTable table, Conditions conditions, String label, Set<String> wanted) {
        String column = EntryTable.quoted(label);
        if (table.table().lists().contains(label)) {
            String isOne = "instr(' ' || %s || ' ', ' ' || ? || ' ') > 0".formatted(column);
            conditions.add(
                    "(%s)"
                            .formatted(
                                    String.join(" OR ", Collections.nCopies(wanted.size(), isOne))),
                    wanted.toArray());
            return;
        }
        String marks = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        conditions.add("%s IN (%s)".formatted(column, marks), wanted.toArray());
    }

    private static void addBounds(Conditions conditions, Search.Order order) {
        String label = EntryTable.quoted(order.label());
        conditions.add(label + " IS NOT NULL");
        order.from().ifPresent(from -> conditions.add(label + " >= ?", from));
        order.to().ifPresent(to -> conditions.add(label + " <= ?", to));
    }

    private static String index(EntryTable table, Search search, Search.Order order) {
        return " INDEXED BY " + table.index(order.label(), search.partition().isPresent());
    }

    /** Within a partition, its column is the same throughout. */
    private static List<String> order(EntryTable table, Search search) {
        List<String> columns = new ArrayList<>();
        search.order().ifPresent(order -> columns.add(EntryTable.quoted(order.label())));
        columns.add("id");
        if (search.partition().isEmpty() && table.key().size() > 1) {
            columns.add(table.partition());
        }
        String direction =
                search.order().filter(Search.Order::descending).isPresent() ? " DESC" : "";
        return columns.stream().map(column -> column + direction).toList();
    }
}
