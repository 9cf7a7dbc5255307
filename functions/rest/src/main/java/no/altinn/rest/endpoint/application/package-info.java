/** Requests about applications. */
package no.altinn.rest.endpoint.application;
