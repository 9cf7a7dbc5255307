/**
 * A corpus of tokens that must never be accepted, for every module that accepts tokens to be tried
 * with.
 */
package no.altinn.testing.forgery;
