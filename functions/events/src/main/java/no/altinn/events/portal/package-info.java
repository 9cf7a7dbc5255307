/** The consumers' portal: the pages where a subscriber sees and steers its own deliveries. */
package no.altinn.events.portal;
