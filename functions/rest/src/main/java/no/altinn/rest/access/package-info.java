/** Who calls, on whose behalf, and what they may do. */
package no.altinn.rest.access;
