/** The address that all others are below, and whether the app is well. */
package no.altinn.rest.endpoint.home;
