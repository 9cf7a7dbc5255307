package no.altinn.events.pull;

import no.altinn.events.event.Event;

/**
 * An event that a receiver has got.
 *
 * @param lockToken by which the receiver tells what became of it, at most 200 characters
 * @param deliveryCount how many times it has been handed out, 1 and up
 */
public record ReceivedEvent(String lockToken, int deliveryCount, Event event) {}
