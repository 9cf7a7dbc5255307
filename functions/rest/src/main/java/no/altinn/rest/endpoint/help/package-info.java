/** The pages that show the API's operations and try them. */
package no.altinn.rest.endpoint.help;
