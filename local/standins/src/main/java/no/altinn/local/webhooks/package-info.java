/** A receiver of webhooks that remembers what it got and can be told to fail. */
package no.altinn.local.webhooks;
