package no.altinn.local.host.changefeed;

/**
 * A document that was created or changed.
 *
 * @param position where it stands in the feed, in the source's own form
 * @param json the whole document as a JSON object
 */
public record ChangedDocument(String position, String json) {}
