/** A clock that a test moves. */
package no.altinn.testing.time;
