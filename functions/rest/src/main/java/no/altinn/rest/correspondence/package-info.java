/** Messages from service owners. */
package no.altinn.rest.correspondence;
