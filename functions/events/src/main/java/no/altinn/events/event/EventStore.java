package no.altinn.events.event;

import no.altinn.platform.client.Unavailable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where events are kept for 90 days. Every method throws {@link Unavailable} when the store cannot
 * answer. Implementations are thread-safe and pass {@code EventStoreContract}.
 */
public interface EventStore {
    /**
     * Appends the events that are not stored yet, in the order given. Stored events stay as they
     * are, with one exception: an event whose write timed out but was committed late takes a new
     * place, so readers meet it again. An event's identity is its source and id on its resource, so
     * an event of one resource cannot take the identity of an event of another. When the method
     * returns, the events are durable and will be relayed; they become readable within 5 seconds.
     *
     * @throws EventTooLarge if there is no room for one of them: any of 1 MiB of JSON fits whose
     *     id, source, type, subject and alternative subject have 256 KiB together at most; some of
     *     the others may have been stored
     */
    void append(List<Event> events);

    /** The event with this key, to be pushed: an erased one is not found. */
    Optional<Event> find(EventKey key);

    /**
     * Takes the data out of an event. Readers get the event without data at the same place, and
     * {@link #find} does not find it. Its identity stays taken, so a later append of it changes
     * nothing. When the method returns, it is durable. A reader that asks at once may still get the
     * data for a few seconds. The rest of the event is kept as long as it would have been.
     *
     * @return whether the event is in the store; also true if it was erased before
     */
    boolean erase(EventKey key);

    /**
     * The events after the cursor in registration order; never one that makes a later reader skip
     * another.
     *
     * @param limit the most events to return, 1 to 1 000; the work is bounded, so fewer do not mean
     *     the end
     * @throws InvalidCursor if the cursor is none of this store's
     */
    Page read(EventQuery query, Cursor after, int limit);

    /**
     * The first place of the first event with this id in the stream; the start when there is none.
     */
    Cursor cursorOf(EventStream stream, String eventId);

    /**
     * The place, in every stream, from which a reader gets the events that are appended after this
     * call. Events that are readable at the call are before the place. Events that have been
     * appended, but are not readable yet, are behind it.
     */
    Cursor now();

    /**
     * The place, in every stream, from which a reader gets the events that were registered at this
     * instant, to the millisecond, or later. It is found without reading the events before it.
     */
    Cursor at(Instant instant);

    /**
     * The keys of the events of a resource with this id, the first one first: each of its sources
     * may have one. An event that was erased is among them.
     *
     * @param limit the most to return, 1 to 100
     */
    List<EventKey> withId(String resource, String eventId, int limit);
}
