package no.altinn.simulation.flaw;

import java.util.Arrays;
import java.util.List;

/** Mistakes that a developer could make, none of which is in the product. */
public enum PlantedBug {
    /** No bug. */
    NONE("nothing is planted"),
    /** The queue takes a relay that failed and forgets it. */
    LOST_RETRY("a relay that failed is not scheduled again"),
    /** Decisions are remembered without the party that they are about. */
    CACHE_WITHOUT_SUBJECT("decisions are remembered without their subject"),
    /** Permits are remembered for as long as a process lives. */
    ENDLESS_PERMIT("a permit is remembered without end"),
    /** The publisher is told before the event is stored. */
    EARLY_ACKNOWLEDGEMENT("events are acknowledged before they are stored"),
    /** A write that a store has refused counts as done. */
    DROPPED_BATCH("the relay takes a failed write for a write"),
    /** The feed's place moves before its batch is relayed. */
    EARLY_CHECKPOINT("the feed's checkpoint moves before the relay"),
    /** Locks that ran out are not looked for. */
    STUCK_LOCKS("locks that ran out are never freed"),
    /** Readers see events at once. */
    NO_SETTLE_TIME("a cursor does not wait for stamps to settle"),
    /** An event that was committed late keeps its place. */
    LATE_COMMIT_KEEPS_PLACE("an event committed late keeps its early stamp"),
    /** An event has a single delivery, however many subscriptions want it. */
    KEY_WITHOUT_SUBSCRIPTION("the delivery's key lacks the subscription"),
    /** A release looks for held events once. */
    RELEASE_LOOKS_ONCE("a release looks once only"),
    /** The policy is not asked again about held and replayed events. */
    ASKED_ONCE("a replay does not ask the policy"),
    /** A receiver is told that its word counts before the word is written. */
    WORD_NOT_WRITTEN("an acknowledgement is answered though its write failed"),
    /** A message's state and history are written one after the other. */
    HISTORY_AFTER_STATE("a message's history is written after its state"),
    /** The sweep finds no forgotten delivery. */
    SWEEP_FINDS_NOTHING("the sweep finds no delivery");

    private final String words;

    PlantedBug(String words) {
        this.words = words;
    }

    /** Each bug, without {@link #NONE}. */
    public static List<PlantedBug> all() {
        return Arrays.stream(values()).filter(bug -> bug != NONE).toList();
    }

    /** What is wrong, in words. */
    public String words() {
        return words;
    }
}
