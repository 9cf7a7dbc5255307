/** Calls to services of others, guarded where the connection is made. */
package no.altinn.platform.outbound;
