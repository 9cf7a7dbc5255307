/**
 * A Cosmos DB for NoSQL in this process, as far as the stores use one: documents, hierarchical
 * keys, conditional writes, patches, queries, physical partitions that split, and failures on
 * demand. It refuses what Cosmos DB refuses, and estimates what requests cost.
 */
package no.altinn.testing.cosmos;
