/** What goes wrong with services of others that the app asks. */
package no.altinn.rest.outside;
