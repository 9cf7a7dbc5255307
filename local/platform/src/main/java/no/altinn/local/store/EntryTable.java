package no.altinn.local.store;

import no.altinn.rest.record.Table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of entries as SQLite has it. Its columns are the partition, the id and the labels by
 * their names (of a label of several values all of them, joined by blanks), when an entry expires
 * (null for never), its position, its head and its body. The position of a write is greater than
 * that of every write before, in any table, so that it is also the version. The body comes last:
 * what is read before it is read without it.
 */
record EntryTable(Table table) {
    /**
     * The greatest position that was given out; positions of removed entries are not given again.
     */
    static final String POSITIONS = "entry_positions";

    private static final Set<String> OWN = Set.of("expires", "position", "head", "body");

    EntryTable {
        Set<String> names = new HashSet<>();
        Stream.of(table.allLabels(), List.of(table.partition()), OWN)
                .flatMap(Collection::stream)
                .forEach(
                        column -> {
                            // SQLite does not tell a from A in names.
                            if (!names.add(column.toLowerCase(Locale.ROOT))) {
                                throw new IllegalArgumentException(
                                        "%s has %s twice".formatted(table.name(), column));
                            }
                        });
    }

    String name() {
        return quoted("rest_" + table.name());
    }

    String partition() {
        return quoted(table.partition());
    }

    /** The columns of a partition and an id, which are the key. */
    List<String> key() {
        return table.isPartedById() ? List.of("id") : List.of(partition(), "id");
    }

    List<String> labels() {
        return table.allLabels().stream().map(EntryTable::quoted).toList();
    }

    /** All columns but the body. */
    List<String> listed() {
        return Stream.of(key(), labels(), List.of("expires", "position", "head"))
                .flatMap(List::stream)
                .toList();
    }

    /** The index that has a partition's entries, or everyone's, in the order of a label. */
    String index(String label, boolean isInPartition) {
        String partition = isInPartition && !table.isPartedById() ? table.partition() + "_" : "";
        return quoted("rest_" + table.name() + "_" + partition + label);
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    /** Makes the table, its columns and its indexes where they are missing. */
    void createMissing(Statement statement) throws SQLException {
        statement.executeUpdate(
                "CREATE TABLE IF NOT EXISTS %s (%s, PRIMARY KEY (%s))"
                        .formatted(name(), String.join(", ", columns()), joined(key())));
        Set<String> present = present(statement);
        for (String label : labels()) {
            if (!present.contains(label)) {
                statement.executeUpdate(
                        "ALTER TABLE %s ADD COLUMN %s TEXT".formatted(name(), label));
            }
        }
        for (String index : indexes()) {
            statement.executeUpdate("CREATE INDEX IF NOT EXISTS " + index);
        }
    }

    private List<String> columns() {
        return Stream.of(
                        key().stream().map(column -> column + " TEXT NOT NULL"),
                        labels().stream().map(column -> column + " TEXT"),
                        Stream.of(
                                "expires INTEGER",
                                "position INTEGER NOT NULL",
                                "head TEXT NOT NULL",
                                "body TEXT NOT NULL"))
                .flatMap(columns -> columns)
                .toList();
    }

    private Set<String> present(Statement statement) throws SQLException {
        Set<String> present = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA table_info(" + name() + ")")) {
            while (rows.next()) {
                present.add(quoted(rows.getString("name")));
            }
        }
        return present;
    }

    private List<String> indexes() {
        List<String> indexes = new ArrayList<>();
        for (String label : table.labels()) {
            indexes.add(ordered(label, false));
            if (!table.isPartedById()) {
                indexes.add(ordered(label, true));
            }
        }
        String prefix = "rest_" + table.name();
        indexes.add(
                "%s ON %s (expires) WHERE expires IS NOT NULL"
                        .formatted(quoted(prefix + "_expires"), name()));
        if (table.isHierarchical()) {
            // Such entries are also looked for by their id alone, in all partitions.
            indexes.add("%s ON %s (id)".formatted(quoted(prefix + "_id"), name()));
        }
        if (table.isFed()) {
            indexes.add("%s ON %s (position)".formatted(quoted(prefix + "_position"), name()));
        }
        return indexes;
    }

    /** What decides whether an entry is wanted stands in the index too, behind its order. */
    private String ordered(String label, boolean isInPartition) {
        Stream<String> order =
                isInPartition
                        ? Stream.of(partition(), quoted(label), "id")
                        : Stream.concat(Stream.of(quoted(label), "id"), key().stream());
        String columns =
                Stream.of(order, labels().stream(), Stream.of("expires"))
                        .flatMap(part -> part)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return "%s ON %s (%s)".formatted(index(label, isInPartition), name(), columns);
    }

    private static String joined(List<String> columns) {
        return String.join(", ", columns);
    }
}
