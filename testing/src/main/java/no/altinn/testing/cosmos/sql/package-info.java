/** The part of Cosmos DB's query language that the stores use: parsed, rewritten and evaluated. */
package no.altinn.testing.cosmos.sql;
