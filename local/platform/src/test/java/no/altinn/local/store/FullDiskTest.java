package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream.OfResource;
import no.altinn.events.event.TestEvents;
import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A database that may not grow answers as one does whose disk is full. */
final class FullDiskTest {
    @TempDir private Path directory;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory.resolve("events.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SqliteEventStore store() {
        return new SqliteEventStore(
                database,
                Clock.systemUTC(),
                new ArrivalSignal(),
                SqliteEventStore.EXAMINED_AT_MOST);
    }

    /** As many pages as there are, if that is more. */
    private void limitPages(long most) {
        database.write(session -> session.list("PRAGMA max_page_count = " + most, row -> 1));
    }

    private List<String> ids() {
        EventQuery all = new EventQuery(new OfResource(TestEvents.RESOURCE), List.of());
        return store().read(all, Cursor.START, 500).events().stream()
                .map(stored -> stored.event().id())
                .toList();
    }

    @Test
    void whatWasTakenStaysAndMoreIsTakenWhenThereIsRoom() {
        store().append(TestEvents.numbered("before", 3));

        limitPages(1);
        assertThatThrownBy(() -> store().append(TestEvents.numbered("meanwhile", 200)))
                .isInstanceOf(Unavailable.class)
                .hasStackTraceContaining("SQLITE_FULL");
        assertThat(ids()).containsExactly("before0", "before1", "before2");

        limitPages(1_000_000);
        store().append(TestEvents.numbered("after", 1));
        assertThat(ids()).containsExactly("before0", "before1", "before2", "after0");
    }

    @Test
    void whatWasTakenIsThereAfterARestart() {
        store().append(TestEvents.numbered("before", 3));
        limitPages(1);
        assertThatThrownBy(() -> store().append(TestEvents.numbered("meanwhile", 200)))
                .isInstanceOf(Unavailable.class);

        database.close();
        database = SqliteDatabase.open(directory.resolve("events.db"));

        assertThat(ids()).containsExactly("before0", "before1", "before2");
    }
}
