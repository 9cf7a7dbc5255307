package no.altinn.rest.azure.cosmos;

import no.altinn.platform.azure.cosmos.Document;
import no.altinn.rest.record.EntryDocument;

import java.time.Instant;
import java.util.Optional;

/**
 * The version of an entry: the document's entity tag, and when the entry expires, so that nothing
 * need be read to know that it has expired since.
 */
record EntryVersion(String etag, Optional<Instant> expires) {
    // No character of an entity tag (RFC 9110 §8.8.3).
    private static final String BETWEEN = " ";

    static EntryVersion of(Document document) {
        return new EntryVersion(
                document.etag(), document.textIfAny(EntryDocument.EXPIRES).map(Instant::parse));
    }

    /** The version that this text is; one that no entry has, if it is no version. */
    static EntryVersion parse(String text) {
        String[] parts = text.split(BETWEEN, 2);
        return new EntryVersion(
                parts[0],
                parts.length == 1 ? Optional.empty() : Optional.of(Instant.parse(parts[1])));
    }

    String text() {
        return etag + expires.map(at -> BETWEEN + at).orElse("");
    }

    boolean hasExpired(Instant now) {
        return expires.filter(at -> !at.isAfter(now)).isPresent();
    }
}
