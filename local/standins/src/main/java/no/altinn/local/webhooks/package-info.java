/** A receiver of webhooks that remembers requests and fails on demand. */
package no.altinn.local.webhooks;
