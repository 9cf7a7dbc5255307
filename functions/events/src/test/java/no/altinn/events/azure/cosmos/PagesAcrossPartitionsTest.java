package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.TestEvents;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Ledger;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events about one party lie with their resources, in all of the physical partitions. */
class PagesAcrossPartitionsTest {
    private static final EventStream ABOUT_PARTY = new EventStream.OfAppsAbout("/party/1");
    private static final int APPS = 12;
    private static final int EVENTS = 6 * APPS;

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess(OpenCosmos.IMPATIENT);

    private final List<String> ids = new ArrayList<>();

    private EventStore store() {
        return cosmos.stores().events();
    }

    @BeforeEach
    void append() {
        for (int i = 0; i < EVENTS; i++) {
            ids.add("e" + i);
            store().append(
                            List.of(
                                    aboutParty(
                                            "e" + i, "urn:altinn:resource:app_ttd_a" + i % APPS)));
        }
        cosmos.age();
        cosmos.server().ledger().take();
    }

    private static Event aboutParty(String id, String resource) {
        return TestEvents.event(id, Map.of("resource", resource, "subject", "/party/1"));
    }

    private Page page(Cursor after) {
        return page(after, APPS);
    }

    private Page page(Cursor after, int limit) {
        return store().read(new EventQuery(ABOUT_PARTY, List.of()), after, limit);
    }

    private static List<String> ids(Page page) {
        return page.events().stream().map(stored -> stored.event().id()).toList();
    }

    @Test
    void theyComeInOneOrderPageAfterPage() {
        List<String> read = new ArrayList<>();
        Page page = page(Cursor.START);
        while (!page.events().isEmpty()) {
            read.addAll(ids(page));
            page = page(page.examinedTo());
        }

        assertThat(read).isEqualTo(ids);
    }

    @Test
    void aPartitionThatIsBusyForAMomentIsNotLeftOut() {
        cosmos.server().faults().next(Operation.QUERY, Fault.throttled(Duration.ofMillis(5)));

        Page page = page(Cursor.START);

        assertThat(page.events()).isNotEmpty();
        assertThat(ids(page)).isEqualTo(ids.subList(0, page.events().size()));
    }

    @Test
    void everyPartitionIsAskedOnceForAPage() {
        page(Cursor.START);

        assertThat(cosmos.server().ledger().take())
                .hasSize(3)
                .noneMatch(Ledger.Entry::scanned)
                .allMatch(entry -> entry.charge() < 10);
    }

    @Test
    void ofManyEventsNoMoreAreReadAtOnceThanMemoryHoldsIfTheyAreLarge() {
        for (int i = EVENTS; i < 90; i++) {
            ids.add("e" + i);
            store().append(List.of(aboutParty("e" + i, "urn:altinn:resource:app_ttd_a")));
        }
        cosmos.settle();

        Page first = page(Cursor.START, 1_000);
        Page rest = page(first.examinedTo(), 1_000);

        assertThat(ids(first)).isEqualTo(ids.subList(0, 50));
        assertThat(first.atEnd()).isFalse();
        assertThat(ids(rest)).isEqualTo(ids.subList(50, 90));
        assertThat(rest.atEnd()).isTrue();
    }
}
