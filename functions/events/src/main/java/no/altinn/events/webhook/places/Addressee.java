package no.altinn.events.webhook.places;

import java.net.URI;

/**
 * Whom a call is for.
 *
 * @param subscription whose endpoint is called
 * @param consumer whose subscription it is, for example {@code /org/ttd}
 * @param endPoint an http or https URL
 */
public record Addressee(int subscription, String consumer, URI endPoint) {}
