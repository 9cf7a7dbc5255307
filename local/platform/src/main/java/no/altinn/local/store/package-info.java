/** The ports of the Events app over one SQLite file, and the queues that fire its functions. */
package no.altinn.local.store;
