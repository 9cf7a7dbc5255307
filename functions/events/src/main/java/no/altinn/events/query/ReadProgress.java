package no.altinn.events.query;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Page;
import no.altinn.events.event.StoredEvent;

import java.util.List;
import java.util.stream.Stream;

/**
 * How far the read of one page has come. Immutable.
 *
 * @param readTo where the store goes on to read
 * @param examinedTo where the caller goes on to read, if the page ends here
 * @param readable the events that the caller may read, at most {@code size}
 * @param examined how many events the policy has decided on
 * @param characters how much text these events have
 * @param isDone whether the page ends here
 */
record ReadProgress(
        Cursor readTo,
        Cursor examinedTo,
        List<StoredEvent> readable,
        int examined,
        long characters,
        boolean isDone) {
    /** How many pages' worth of events are examined to fill one. */
    private static final int PAGES_EXAMINED = 10;

    /** After how much text a page ends, full or not: events may have a megabyte each. */
    private static final long MOST_CHARACTERS = 8L << 20;

    ReadProgress {
        readable = List.copyOf(readable);
    }

    static ReadProgress from(Cursor start) {
        return new ReadProgress(start, start, List.of(), 0, 0, false);
    }

    /**
     * The progress after one more page from the store.
     *
     * @param permitted the page's events that the caller may read
     * @param size the most events that the caller wants
     */
    ReadProgress with(Page page, List<StoredEvent> permitted, int size) {
        List<StoredEvent> all =
                Stream.concat(readable.stream(), permitted.stream()).limit(size).toList();
        boolean isOverfull = readable.size() + permitted.size() > size;
        int examinedNow = examined + page.events().size();
        long charactersNow = characters + characters(page.events());
        return new ReadProgress(
                page.examinedTo(),
                isOverfull ? last(all) : examinedTo(page),
                all,
                examinedNow,
                charactersNow,
                page.atEnd()
                        || page.events().isEmpty()
                        || all.size() >= size
                        || charactersNow >= MOST_CHARACTERS
                        || examinedNow >= size * PAGES_EXAMINED);
    }

    /**
     * Events that do not meet the conditions count only if the store has to stop among them;
     * otherwise the caller goes on from the last event that does.
     */
    private Cursor examinedTo(Page page) {
        if (!page.events().isEmpty()) {
            return last(page.events());
        }
        return page.atEnd() ? examinedTo : page.examinedTo();
    }

    private static long characters(List<StoredEvent> events) {
        return events.stream().mapToLong(stored -> stored.event().json().length()).sum();
    }

    private static Cursor last(List<StoredEvent> events) {
        return events.get(events.size() - 1).cursor();
    }
}
