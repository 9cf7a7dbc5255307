package no.altinn.events.azure.cosmos.server;

/** What can be asked of the server. */
public enum Operation {
    METADATA,
    CREATE,
    READ,
    REPLACE,
    PATCH,
    DELETE,
    QUERY,
    QUERY_PLAN
}
