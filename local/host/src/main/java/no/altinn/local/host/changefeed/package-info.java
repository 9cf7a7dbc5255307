/** Fires functions from a change feed. */
package no.altinn.local.host.changefeed;
