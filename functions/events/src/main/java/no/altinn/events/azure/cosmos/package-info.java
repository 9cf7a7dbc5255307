/**
 * The stores over Cosmos DB for NoSQL. {@link no.altinn.events.azure.cosmos.CosmosStores} makes all
 * of them; {@link no.altinn.events.azure.cosmos.Containers} tells what they need of the account.
 */
package no.altinn.events.azure.cosmos;
