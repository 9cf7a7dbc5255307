/** Requests about services, code lists and roles. */
package no.altinn.rest.endpoint.catalogue;
