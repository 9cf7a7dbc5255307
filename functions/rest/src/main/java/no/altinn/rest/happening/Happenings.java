package no.altinn.rest.happening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.MalformedMessage;

import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What has happened to an entry, the oldest first, in its head. A change feed shows the last state
 * of an entry only, so the entry itself keeps what has happened, and both are written at once.
 */
public final class Happenings {
    /** The member of the head. */
    public static final String MEMBER = "happened";

    /** How many are kept; the oldest one goes. */
    public static final int MOST = 20;

    private Happenings() {}

    /** Adds one to a head that is about to be written. */
    public static void add(ObjectNode head, Happening happening) {
        ArrayNode happened = head.withArray("/" + MEMBER);
        happened.add(happening.json());
        while (happened.size() > MOST) {
            happened.remove(0);
        }
    }

    /**
     * Those of a head; none if it has no such member.
     *
     * @throws MalformedMessage if one cannot be read
     */
    public static List<Happening> of(JsonNode head) {
        return StreamSupport.stream(head.path(MEMBER).spliterator(), false)
                .map(Happening::read)
                .toList();
    }
}
