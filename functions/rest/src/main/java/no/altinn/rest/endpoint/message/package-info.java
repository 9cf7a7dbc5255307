/** The message box over HTTP (rest-resources.md, Messages). */
package no.altinn.rest.endpoint.message;
