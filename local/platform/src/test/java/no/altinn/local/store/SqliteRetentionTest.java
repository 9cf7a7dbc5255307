package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream.OfResource;
import no.altinn.events.event.Page;
import no.altinn.events.event.TestEvents;
import no.altinn.events.job.Job;
import no.altinn.events.job.JobKey;
import no.altinn.events.job.JobTask;
import no.altinn.events.log.Activity;
import no.altinn.events.log.LogEntry;
import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class SqliteRetentionTest {
    private static final EventQuery EVERYTHING =
            new EventQuery(new OfResource(TestEvents.RESOURCE), List.of());

    @RegisterExtension final OpenStores open = new OpenStores();

    private Instant anHourLater() {
        open.clock().advance(Duration.ofHours(1));
        return open.clock().instant();
    }

    private int remove(Instant before) {
        int all = 0;
        int removed;
        do {
            removed = open.stores().retention().removeSomeOlderThan(before);
            all += removed;
        } while (removed > 0);
        return all;
    }

    @Test
    void onlyOlderEventsAreRemovedHoweverMany() {
        open.stores().events().append(TestEvents.numbered("old", 1_200));
        Instant border = anHourLater();
        open.stores().events().append(TestEvents.numbered("new", 3));

        assertThat(remove(border)).isEqualTo(1_200);

        assertThat(open.stores().events().read(EVERYTHING, Cursor.START, 1_000).events())
                .extracting(stored -> stored.event().id())
                .containsExactly("new0", "new1", "new2");
        assertThat(remove(border)).isZero();
    }

    @Test
    void noRemovalHoldsTheWriterForMoreThanFiveHundredEvents() {
        open.stores().events().append(TestEvents.numbered("old", 1_200));
        Instant border = anHourLater();
        SqliteRetention retention = open.stores().retention();

        assertThat(retention.removeSomeOlderThan(border)).isEqualTo(500);
        assertThat(retention.removeSomeOlderThan(border)).isEqualTo(500);
        assertThat(retention.removeSomeOlderThan(border)).isEqualTo(200);
        assertThat(retention.removeSomeOlderThan(border)).isZero();
    }

    @Test
    void aCursorFromBeforeTheRemovalGoesOnWithWhatIsLeft() {
        open.stores().events().append(TestEvents.numbered("old", 3));
        Page page = open.stores().events().read(EVERYTHING, Cursor.START, 10);
        remove(anHourLater());

        assertThat(open.stores().events().read(EVERYTHING, page.examinedTo(), 10).atEnd()).isTrue();
        open.stores().events().append(TestEvents.numbered("new", 1));
        assertThat(open.stores().events().read(EVERYTHING, page.examinedTo(), 10).events())
                .hasSize(1);
    }

    @Test
    void onlyOlderDeliveriesAreRemoved() {
        Delivery old = delivery("old");
        Instant border = anHourLater();
        Delivery recent = delivery("recent");

        assertThat(remove(border)).isEqualTo(1);

        assertThat(open.stores().deliveries().find(old.key())).isEmpty();
        assertThat(open.stores().deliveries().find(recent.key())).contains(recent);
    }

    @Test
    void jobsAreRemovedAfterThirtyDays() {
        JobTask task = new JobTask.Redact();
        Job old = Job.begun(new JobKey(1, "old"), task, open.clock().instant());
        assertThat(open.stores().jobs().add(old)).isTrue();
        open.clock().advance(Duration.ofDays(30));
        Job recent = Job.begun(new JobKey(2, "new"), task, open.clock().instant());
        assertThat(open.stores().jobs().add(recent)).isTrue();
        open.clock().advance(Duration.ofSeconds(1));

        assertThat(remove(Instant.EPOCH)).isEqualTo(1);

        assertThat(open.stores().jobs().find(old.key())).isEmpty();
        assertThat(open.stores().jobs().find(recent.key())).contains(recent);
    }

    private Delivery delivery(String id) {
        Delivery delivery =
                Delivery.due(TestEvents.event(id).key(), id, 1, "", open.clock().instant());
        open.stores().deliveries().create(List.of(delivery));
        return delivery;
    }

    @Test
    void onlyOlderLogEntriesAreRemoved() {
        log("old");
        Instant border = anHourLater();
        log("recent");

        assertThat(remove(border)).isEqualTo(1);
        assertThat(open.stores().log().ofSubscription(1, 10))
                .extracting(LogEntry::cloudEventId)
                .containsExactly("recent");
    }

    private void log(String id) {
        Instant now = open.clock().instant();
        open.stores()
                .log()
                .append(new LogEntry(Activity.UNAUTHORIZED, now, id, "", "", 1, "", "", 0));
    }

    @Test
    void ofMessagesOnlyPoisonIsRemoved() {
        SqliteQueues queues = open.stores().queues();
        queues.send("q", "poison", Duration.ZERO);
        queues.moveTo("q-poison", queues.receive("q", 1, Duration.ofMinutes(1)).get(0));
        queues.send("q", "waiting", Duration.ZERO);

        assertThat(remove(anHourLater())).isEqualTo(1);
        assertThat(queues.nextVisible("q")).isPresent();
        assertThat(queues.nextVisible("q-poison")).isEmpty();
    }

    @Test
    void onlyExpiredEntriesAreRemovedHoweverMany() {
        Entries logins = open.stores().entries().of(Tables.LOGINS);
        Instant now = open.clock().instant();
        for (int i = 0; i < 600; i++) {
            logins.put(login("old" + i).expiring(now.plusSeconds(60)));
        }
        logins.put(login("later").expiring(now.plusSeconds(7_200)));
        logins.put(login("kept"));
        anHourLater();

        assertThat(remove(now)).isEqualTo(600);
        assertThat(remove(now)).isZero();
        assertThat(logins.search(Search.everywhere()))
                .extracting(Entry::id)
                .containsExactly("kept", "later");
    }

    private static Entry login(String id) {
        return Entry.of(id, id, Map.of(), Json.object(), "");
    }
}
