/** The port to a backend of the local platform: its stores, change feed and queues. */
package no.altinn.local.backend;
