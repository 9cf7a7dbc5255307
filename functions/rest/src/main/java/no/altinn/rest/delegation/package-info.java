/** What parties give to others in Altinn: roles, local roles and rights. */
package no.altinn.rest.delegation;
