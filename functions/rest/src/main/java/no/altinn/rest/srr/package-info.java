/** Which parties service owners admit to their services: the service owners' rights register. */
package no.altinn.rest.srr;
