package no.altinn.bench.day;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts the rows of a platform's database beside it. For one thread. */
final class Rows implements AutoCloseable {
    private static final double MIB = 1 << 20;

    private final Connection connection;
    private final List<String> tables = new ArrayList<>();

    Rows(Path database) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite:file:" + database + "?mode=ro");
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT"
                                        + " LIKE 'sqlite%' ORDER BY name")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
    }

    /** Rows of each table, deliveries of each status that an index has, and free pages. */
    void look(Map<String, Double> values) throws SQLException {
        for (String table : tables) {
            values.put(Names.ROWS + table, number("SELECT count(*) FROM " + table));
        }
        values.put(
                Names.DELIVERIES + "due",
                number("SELECT count(*) FROM deliveries WHERE status = 'due'"));
        for (String status : List.of("dead", "held", "ready", "locked")) {
            values.put(
                    Names.DELIVERIES + status,
                    number(
                            "SELECT count(*) FROM deliveries WHERE status NOT IN ('due',"
                                    + " 'delivered') AND status = '"
                                    + status
                                    + "'"));
        }
        values.put(Names.STORED, number("SELECT seq FROM sqlite_sequence WHERE name = 'events'"));
        values.put(Names.PAGES, number("PRAGMA page_count") * number("PRAGMA page_size") / MIB);
        values.put(Names.FREE, number("PRAGMA freelist_count") * number("PRAGMA page_size") / MIB);
    }

    private double number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getDouble(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
