/** What the local platform asks of whatever keeps its events. */
package no.altinn.local.backend;
