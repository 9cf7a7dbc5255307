/** What users may do for parties, and who may decide about it. */
package no.altinn.rest.permission;
