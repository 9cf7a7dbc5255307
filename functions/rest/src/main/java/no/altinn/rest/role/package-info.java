/** The roles that users have by public registers. */
package no.altinn.rest.role;
