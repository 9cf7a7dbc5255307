/** What the app asks other services of the platform, over HTTP. */
package no.altinn.rest.lookup;
