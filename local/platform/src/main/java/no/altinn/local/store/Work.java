package no.altinn.local.store;

import java.sql.SQLException;

/** Work within one transaction; it runs again if its first run was rolled back with others. */
@FunctionalInterface
interface Work<T> {
    T with(Session session) throws SQLException;
}
