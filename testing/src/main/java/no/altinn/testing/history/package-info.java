/** Histories of calls at once, and whether they could have been calls one after the other. */
package no.altinn.testing.history;
