/** The whole system in one process: the command line, and what puts all parts together. */
package no.altinn.local;
