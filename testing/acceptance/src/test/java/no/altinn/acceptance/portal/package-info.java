/** The consumers' portal in a real browser. */
package no.altinn.acceptance.portal;
