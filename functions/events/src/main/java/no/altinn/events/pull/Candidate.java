package no.altinn.events.pull;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.event.Event;

import java.nio.charset.StandardCharsets;

/** A delivery that a receiver may get, with its event. */
record Candidate(Delivery delivery, Event event) {
    /** About what an answer holds of each event besides its JSON. */
    private static final int AROUND = 256;

    /** How many bytes of an answer it takes. */
    int length() {
        return AROUND + event.json().getBytes(StandardCharsets.UTF_8).length;
    }
}
