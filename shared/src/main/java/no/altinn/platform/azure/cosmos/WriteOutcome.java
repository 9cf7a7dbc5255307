package no.altinn.platform.azure.cosmos;

/** How Cosmos DB has answered a write. */
public enum WriteOutcome {
    /** It has been done. */
    DONE,

    /** The document is not as the write requires, or there is one already. */
    REFUSED,

    /** There is no such document. */
    MISSING
}
