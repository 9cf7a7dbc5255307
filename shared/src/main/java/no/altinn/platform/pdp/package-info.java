/** Policy decisions: request, answer, cache. */
package no.altinn.platform.pdp;
