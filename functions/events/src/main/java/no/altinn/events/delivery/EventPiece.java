package no.altinn.events.delivery;

import no.altinn.events.event.Event;

/** An event to be relayed, and the subscriptions to relay it to. */
record EventPiece(Event event, Piece piece) {}
