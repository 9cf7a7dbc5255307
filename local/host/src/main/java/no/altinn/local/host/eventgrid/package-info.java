/** Fires functions as Event Grid does, with its limits and retries. */
package no.altinn.local.host.eventgrid;
