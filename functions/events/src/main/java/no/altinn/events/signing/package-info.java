/** How endpoints find out that a call is from this platform: Standard Webhooks' signatures. */
package no.altinn.events.signing;
