/** What happens to messages and delegations, and how the Events API is told of it. */
package no.altinn.rest.happening;
