/** What the exchange asks the rest of the platform, over HTTP. */
package no.altinn.authentication.lookup;
