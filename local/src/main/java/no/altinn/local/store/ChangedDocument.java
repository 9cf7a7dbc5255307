package no.altinn.local.store;

/**
 * An event that the change feed hands on.
 *
 * @param position its place in the feed, 1 and up, growing
 * @param json the document, as {@link no.altinn.events.store.EventDocument} writes it
 */
public record ChangedDocument(long position, String json) {}
