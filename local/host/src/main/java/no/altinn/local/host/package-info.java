/** A Functions host on one machine: finds functions by their annotations and calls them. */
package no.altinn.local.host;
