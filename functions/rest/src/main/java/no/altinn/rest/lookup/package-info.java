/** What the app asks other services over HTTP: those of the platform, and those of others. */
package no.altinn.rest.lookup;
