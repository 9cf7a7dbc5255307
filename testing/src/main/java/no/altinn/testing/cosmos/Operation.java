package no.altinn.testing.cosmos;

/** What can be asked of the server. */
public enum Operation {
    METADATA,
    CREATE,
    UPSERT,
    READ,
    REPLACE,
    PATCH,
    DELETE,
    QUERY,
    QUERY_PLAN,
    CHANGE_FEED
}
