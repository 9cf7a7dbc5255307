package no.altinn.local.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One connection with its prepared statements, opened when it is first used and again after {@link
 * #close}. For one thread at a time.
 */
final class Session implements AutoCloseable {
    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    private static final int MOST_STATEMENTS = 64;

    private final Opening opening;
    // The least recently used first.
    private final Map<String, PreparedStatement> statements =
            new LinkedHashMap<>(MOST_STATEMENTS, 0.75f, true);
    // Null while it is closed.
    private Connection connection;

    Session(Opening opening) {
        this.opening = opening;
    }

    /**
     * Changes rows.
     *
     * @param values text, numbers, or Optionals of them
     * @return how many rows
     */
    int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** Every row of an answer. */
    <T> List<T> list(String sql, RowReader<T> reader, Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(
                sql,
                row -> {
                    rows.add(reader.read(row));
                    return true;
                },
                values);
        return rows;
    }

    /** The first row of an answer. */
    <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /** Shows the rows of an answer one by one, until the visitor has seen enough. */
    void each(String sql, RowReader<Boolean> goOn, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next() && goOn.read(rows)) {
                // The visitor does the work.
            }
        }
    }

    /** Makes everything since the last commit durable. */
    void commit() throws SQLException {
        open().commit();
    }

    /** Takes back everything since the last commit. */
    void rollback() throws SQLException {
        open().rollback();
    }

    @Override
    public void close() throws SQLException {
        statements.clear();
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            closing.close();
        }
    }

    private Connection open() throws SQLException {
        if (connection == null) {
            connection = opening.open();
        }
        return connection;
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        if (statements.size() == MOST_STATEMENTS) {
            statements.remove(statements.keySet().iterator().next()).close();
        }
        PreparedStatement prepared = open().prepareStatement(sql);
        statements.put(sql, prepared);
        return prepared;
    }
}
