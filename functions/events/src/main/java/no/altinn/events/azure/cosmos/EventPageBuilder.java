package no.altinn.events.azure.cosmos;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.Page;
import no.altinn.events.event.StoredEvent;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Document;

import java.util.ArrayList;
import java.util.List;

/** Collects a page from a query's answers, in order. Not thread-safe. */
final class EventPageBuilder {
    // Events may be 1 MiB each, and a page must fit into memory with any limit.
    private static final int MOST_CHARACTERS = 8 << 20;

    private final int limit;
    private final List<StoredEvent> events = new ArrayList<>();
    private long characters;

    EventPageBuilder(int limit) {
        this.limit = limit;
    }

    /** Takes as many documents as there is room for. */
    void add(List<Document> documents) {
        for (Document document : documents) {
            if (isFull()) {
                return;
            }
            String json = EventDocument.text(document.json());
            String seq = document.text("seq");
            events.add(
                    new StoredEvent(
                            EventReader.stored(json),
                            new Cursor(seq),
                            Sequence.stamped(seq),
                            EventDocument.isErased(document.json())));
            characters += json.length();
        }
    }

    /** For how many more events there is room, if they are not large. */
    int room() {
        return limit - events.size();
    }

    boolean isFull() {
        return room() == 0 || characters >= MOST_CHARACTERS;
    }

    /**
     * The page.
     *
     * @param end where a reader continues when everything has been examined
     */
    Page page(Cursor end) {
        return isFull()
                ? new Page(events, events.get(events.size() - 1).cursor(), false)
                : new Page(events, end, true);
    }

    /** The place of the last event, or the given place when the page is empty. */
    Cursor lastOr(Cursor none) {
        return events.isEmpty() ? none : events.get(events.size() - 1).cursor();
    }
}
