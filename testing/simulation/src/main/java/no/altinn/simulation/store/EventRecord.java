package no.altinn.simulation.store;

import no.altinn.events.event.Event;

import java.time.Instant;

/**
 * An event as it is stored.
 *
 * @param stamp the event's place
 * @param firstStamp the place that the event had first
 * @param created when the account has written it first, by the account's clock
 * @param committed when the account has written its stamp, by the account's clock
 * @param isErased whether its data was taken out
 */
public record EventRecord(
        Event event,
        String stamp,
        String firstStamp,
        Instant created,
        Instant committed,
        boolean isErased) {
    /** The instant before which it was committed, as precisely as the account tells. */
    Instant committedBefore() {
        return Instant.ofEpochSecond(committed.getEpochSecond() + 1);
    }

    /** Whether the event has changed its place. */
    public boolean isStampedAgain() {
        return !stamp.equals(firstStamp);
    }

    EventRecord at(String other, Instant now) {
        return new EventRecord(event, other, firstStamp, created, now, isErased);
    }

    EventRecord without(Event rest) {
        return new EventRecord(rest, stamp, firstStamp, created, committed, true);
    }
}
