package no.altinn.events.subscription;

import no.altinn.events.event.Event;

import java.util.Optional;

/** What of an event is compared with interests. */
record EventTraits(TextDigest type, SourceAddress source, Optional<TextDigest> subject) {
    static EventTraits of(Event event) {
        return new EventTraits(
                TextDigest.of(event.type()),
                SourceAddress.of(event.source()),
                event.subject().map(TextDigest::of));
    }
}
