/** What a class writes to its log, for tests. */
package no.altinn.testing.log;
