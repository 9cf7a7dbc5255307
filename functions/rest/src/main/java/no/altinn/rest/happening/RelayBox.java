package no.altinn.rest.happening;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Table;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Tells the Events API what has happened to the entries that a change feed hands on (rest-api.md
 * §6). An entry's happenings are told in their order, the entries of a batch side by side.
 *
 * <p>A happening may be told again, after a failure or with the next change of its entry; the
 * Events API stores an event once. It keeps events for 90 days, so what is much older is not told:
 * it would be stored a second time. Thread-safe.
 */
public final class RelayBox {
    private static final Logger LOG = LoggerFactory.getLogger(RelayBox.class);

    /** A third of the time for which the Events API keeps an event. */
    static final Duration OLDEST = Duration.ofDays(30);

    private static final int MOST_REMEMBERED = 20_000;

    private final EventsApi events;
    private final URI api;
    private final SideBySide calls;
    private final Clock clock;

    /** The ids of those that were told lately, which spares most repetitions. */
    private final Cache<String, Boolean> told =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * The relay.
     *
     * @param api what sources are below, with a slash at its end
     * @param calls tells several entries' happenings at once
     */
    public RelayBox(EventsApi events, URI api, SideBySide calls, Clock clock) {
        this.events = events;
        this.api = api;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Tells what has happened to the entries of a batch. A document that holds no entry is logged
     * and left out: to read it again would never help, and would hold up every later one. So is an
     * event that is refused.
     *
     * @param table whose change feed it is
     * @param account reads what has happened to an entry
     * @param documents a JSON array
     * @throws MalformedMessage if it is none
     * @throws no.altinn.platform.client.Unavailable if anything is left to be told later
     */
    public void relay(Table table, Account account, String documents) {
        JsonNode array = MessageFields.of(documents).node();
        if (!array.isArray()) {
            throw new MalformedMessage("The change feed's documents are no JSON array.");
        }
        Instant oldest = clock.instant().minus(OLDEST);
        List<List<Happening>> perEntry =
                StreamSupport.stream(array.spliterator(), false)
                        .map(document -> happenings(table, account, document))
                        .map(all -> all.stream().filter(h -> h.time().isAfter(oldest)).toList())
                        .toList();
        calls.each(perEntry, this::tell);
    }

    private static List<Happening> happenings(Table table, Account account, JsonNode document) {
        try {
            return account.of(new EntryDocument(table).read(document, ""));
        } catch (MalformedMessage e) {
            LOG.error("A document of the change feed of {} holds no entry.", table.name(), e);
            return List.of();
        }
    }

    private int tell(List<Happening> happenings) {
        List<Happening> left =
                happenings.stream().filter(one -> told.getIfPresent(one.id()) == null).toList();
        left.forEach(this::tell);
        return left.size();
    }

    private void tell(Happening happening) {
        try {
            events.store(happening.event(api));
        } catch (RefusedEvent e) {
            LOG.error("The event {} ({}) is not told.", happening.id(), happening.type().text(), e);
        }
        told.put(happening.id(), true);
    }
}
