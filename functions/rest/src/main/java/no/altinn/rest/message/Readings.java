package no.altinn.rest.message;

import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who read which message, for 90 days (rest-api.md §5). Somebody who reads the same again within an
 * hour is told of once, so that a client that polls does not fill the record. Thread-safe.
 */
public final class Readings {
    /** How long a reading is kept. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** How many readings of one message are told, the latest first. */
    public static final int MOST = 1_000;

    private final Entries entries;
    private final Clock clock;

    public Readings(EntryStore store, Clock clock) {
        this.entries = store.of(Tables.READS);
        this.clock = clock;
    }

    /**
     * A reading.
     *
     * @param by the reader's name
     * @param what what was read: {@code message}, {@code form 1}, {@code attachment 2}, {@code
     *     print}
     */
    public record Reading(String by, String what, Instant at) {}

    /** Keeps that a user reads something of a message now. */
    void add(Actor actor, String name, Message message, String what) {
        Instant now = clock.instant();
        String id =
                "%s %s %d"
                        .formatted(
                                Stamp.of(now.truncatedTo(ChronoUnit.HOURS)),
                                what,
                                actor.user().userId());
        entries.add(
                Entry.of(
                                partition(message),
                                id.replace(' ', '_'),
                                Map.of("at", Stamp.of(now)),
                                Json.object()
                                        .put("by", name)
                                        .put("what", what)
                                        .put("at", Stamp.of(now)),
                                "")
                        .expiring(now.plus(KEPT)));
    }

    /** Up to {@link #MOST} readings of a message, the latest first. */
    List<Reading> of(Message message) {
        Search search =
                Search.in(partition(message))
                        .by(new Search.Order("at", true, Optional.empty(), Optional.empty()))
                        .page(0, MOST);
        return entries.search(search).stream()
                .map(Entry::head)
                .map(
                        head ->
                                new Reading(
                                        head.path("by").textValue(),
                                        head.path("what").textValue(),
                                        Instant.parse(head.path("at").textValue())))
                .toList();
    }

    private static String partition(Message message) {
        return "r%d-%d".formatted(message.party(), message.number());
    }
}
