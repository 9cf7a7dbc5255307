/** Documents of Cosmos DB for NoSQL: connection, schema, reads, conditional writes and retries. */
package no.altinn.platform.azure.cosmos;
