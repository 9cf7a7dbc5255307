package no.altinn.local.store;

import java.sql.SQLException;

/** Something to be done with the database; it may be run twice when a first run was rolled back. */
@FunctionalInterface
interface Work<T> {
    T with(Session session) throws SQLException;
}
