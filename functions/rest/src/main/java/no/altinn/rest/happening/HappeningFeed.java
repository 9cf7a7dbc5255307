package no.altinn.rest.happening;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Table;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has happened with services, for their owners (rest-resources.md, {@code events/feed}). It is
 * kept in the order in which the change feeds told it, each happening once, for {@link #KEPT}.
 *
 * <p>A happening is given from {@link #SETTLING} after it was kept: by then every earlier write has
 * ended, so that a reader who goes on after the last one misses none. Every method throws {@link
 * no.altinn.platform.client.Unavailable} if the store does not answer. Thread-safe.
 */
public final class HappeningFeed {
    /** The most happenings of one answer. */
    public static final int MOST = 10_000;

    static final Duration KEPT = Duration.ofDays(90);

    static final Duration SETTLING = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(HappeningFeed.class);

    private static final String SERVICE = "service";
    private static final String AT = "at";
    private static final int LEAST_PAGE = 500;
    private static final int MOST_REMEMBERED = 20_000;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Entries entries;
    private final Clock clock;

    /** The ids of those that were kept lately, which spares most repetitions. */
    private final Cache<String, Boolean> kept =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * The feed of a table.
     *
     * @param entries those of {@link no.altinn.rest.record.Tables#HAPPENINGS}
     */
    public HappeningFeed(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** A happening and where it stands in the feed. */
    public record Placed(Happening happening, FeedOffset offset) {}

    /**
     * Keeps what has happened to the entries of a batch. A document that holds no entry is logged
     * and left out.
     *
     * @param table whose change feed it is
     * @param account reads what has happened to an entry
     * @param documents a JSON array
     * @throws MalformedMessage if it is none
     */
    public void keep(Table table, Account account, String documents) {
        JsonNode array = MessageFields.of(documents).node();
        if (!array.isArray()) {
            throw new MalformedMessage("The change feed's documents are no JSON array.");
        }
        Instant oldest = clock.instant().minus(RelayBox.OLDEST);
        for (JsonNode document : array) {
            read(table, account, document).ifPresent(told -> keep(told, oldest));
        }
    }

    /**
     * What has happened to an entry.
     *
     * @param service which it is of; empty for none
     */
    private record Told(Optional<String> service, List<Happening> happenings) {}

    private static Optional<Told> read(Table table, Account account, JsonNode document) {
        try {
            Entry entry = new EntryDocument(table).read(document, "");
            return Optional.of(new Told(service(table, entry), account.of(entry)));
        } catch (MalformedMessage e) {
            LOG.error("A document of the change feed of {} holds no entry.", table.name(), e);
            return Optional.empty();
        }
    }

    private static Optional<String> service(Table table, Entry entry) {
        return table.partition().equals(SERVICE)
                ? Optional.of(entry.partition())
                : Optional.ofNullable(entry.labels().get(SERVICE)).map(HappeningFeed::service);
    }

    private void keep(Told told, Instant oldest) {
        if (told.service().isEmpty()) {
            return;
        }
        for (Happening happening : told.happenings()) {
            // An old one may have gone from here, and would come a second time.
            if (happening.time().isAfter(oldest) && kept.getIfPresent(happening.id()) == null) {
                keep(told.service().get(), happening);
                kept.put(happening.id(), true);
            }
        }
    }

    /** The service that a label names: {@code 1001/1} of {@code 1001/1/archive}. */
    private static String service(String label) {
        int edition = label.indexOf('/');
        int more = label.indexOf('/', edition + 1);
        return more < 0 ? label : label.substring(0, more);
    }

    private void keep(String service, Happening happening) {
        Instant now = clock.instant();
        entries.add(
                Entry.of(
                                happening.id(),
                                happening.id(),
                                Map.of(SERVICE, service, AT, STAMP.format(now)),
                                happening.json(),
                                "")
                        .expiring(now.plus(KEPT)));
    }

    /**
     * What happened with any of the services, in the feed's order.
     *
     * @param services as {@link no.altinn.rest.catalogue.ServiceKey} writes them
     * @param offset after which it begins; empty for the beginning
     * @param most how many at most, 1 to {@link #MOST}
     */
    public List<Placed> after(Set<String> services, Optional<FeedOffset> offset, int most) {
        if (services.isEmpty()) {
            return List.of();
        }
        Search search =
                Search.everywhere()
                        .with(SERVICE, services)
                        .by(
                                new Search.Order(
                                        AT,
                                        false,
                                        offset.map(FeedOffset::at),
                                        Optional.of(
                                                STAMP.format(clock.instant().minus(SETTLING)))));
        int size = Math.max(most, LEAST_PAGE);
        List<Placed> found = new ArrayList<>();
        // More than one page only where that many have the very instant of the offset.
        for (int skip = 0; skip <= Search.MOST && found.size() < most; skip += size) {
            List<Entry> page = entries.search(search.page(skip, size));
            page.stream()
                    .map(HappeningFeed::placed)
                    .filter(each -> offset.map(each.offset()::isAfter).orElse(true))
                    .limit((long) most - found.size())
                    .forEach(found::add);
            if (page.size() < size) {
                break;
            }
        }
        return found;
    }

    private static Placed placed(Entry entry) {
        return new Placed(
                Happening.read(entry.head()), new FeedOffset(entry.labels().get(AT), entry.id()));
    }
}
