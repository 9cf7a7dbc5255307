/** What the tests of all modules share. */
package no.altinn.testing;
