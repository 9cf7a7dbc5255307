/** A server on loopback that answers as a test says. */
package no.altinn.testing.http;
