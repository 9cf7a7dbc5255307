/** Services, forms, code lists and role definitions: what Altinn calls metadata. */
package no.altinn.rest.catalogue;
