/** Applications that call the API, and the keys that they show. */
package no.altinn.rest.application;
