/**
 * A mixed day on one local platform whose data is kept for minutes: what grows, and what is lost.
 */
package no.altinn.bench.day;
