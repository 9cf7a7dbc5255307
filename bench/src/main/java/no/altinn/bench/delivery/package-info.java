/**
 * What deliveries cost a local platform: the same work for any build of it, whose figures are then
 * compared. Stands on the JDK alone, so that it measures builds that know nothing of it.
 */
package no.altinn.bench.delivery;
