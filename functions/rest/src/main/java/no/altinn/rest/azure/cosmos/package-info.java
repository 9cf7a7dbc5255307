/** Entries in Cosmos DB. */
package no.altinn.rest.azure.cosmos;
