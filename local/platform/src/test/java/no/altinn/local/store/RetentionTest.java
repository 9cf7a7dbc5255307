package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.events.job.Job;
import no.altinn.events.job.JobKey;
import no.altinn.events.job.JobTask;
import no.altinn.events.statistics.Hour;
import no.altinn.events.statistics.Tally;
import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class RetentionTest {
    private static final Retention SHORT = new Retention(Duration.ofMinutes(10));
    private static final String FILE = "messages/1/file";

    @TempDir private Path folder;
    private final MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private static Entry entry(String id) {
        return Entry.of(id, id, Map.of(), Json.object(), "");
    }

    @Test
    void aLongEndIsShortenedAndAShortOneStays() {
        try (SqliteStores stores = SqliteStores.open(folder, clock, SHORT)) {
            Entries logins = stores.entries().of(Tables.LOGINS);
            logins.put(entry("long").expiring(in(Duration.ofDays(90))));
            logins.put(entry("short").expiring(in(Duration.ofMinutes(1))));
            logins.put(entry("for good"));

            clock.advance(Duration.ofMinutes(1));
            assertThat(logins.search(Search.everywhere()))
                    .extracting(Entry::id)
                    .containsExactly("for good", "long");
            clock.advance(Duration.ofMinutes(9));
            assertThat(logins.search(Search.everywhere()))
                    .extracting(Entry::id)
                    .containsExactly("for good");
        }
    }

    @Test
    void filesGoTogetherWithWhatIsOlder() {
        try (SqliteStores stores = SqliteStores.open(folder, clock, SHORT)) {
            stores.files().write(FILE, new byte[10], Optional.of(in(Duration.ofDays(90))));
            stores.files().write(FILE + "-2", new byte[10], Optional.empty());
            stores.transfers(URI.create("http://localhost/"))
                    .keep(FILE + "-2", Optional.of(in(Duration.ofDays(30))));

            clock.advance(Duration.ofMinutes(9));
            assertThat(stores.files().read(FILE)).isPresent();
            clock.advance(Duration.ofMinutes(1));
            stores.removeSomeOlderThan(clock.instant().minus(SHORT.longest()));

            assertThat(stores.files().removeExpired()).isZero();
            assertThat(stores.files().read(FILE)).isEmpty();
            assertThat(stores.files().read(FILE + "-2")).isEmpty();
        }
    }

    @Test
    void jobsAreKeptNoLonger() {
        try (SqliteStores stores = SqliteStores.open(folder, clock, SHORT)) {
            Job job = Job.begun(new JobKey(1, "old"), new JobTask.Redact(), clock.instant());
            assertThat(stores.jobs().add(job)).isTrue();
            clock.advance(Duration.ofMinutes(11));
            stores.removeSomeOlderThan(Instant.EPOCH);
            assertThat(stores.jobs().find(job.key())).isEmpty();
        }
    }

    @Test
    void anHourOfStatisticsStaysUntilItIsWhollyOlder() {
        Instant hour = clock.instant();
        try (SqliteStores stores = SqliteStores.open(folder, clock, SHORT)) {
            stores.statistics().add(1, new Hour(hour, Tally.of(true, false, Duration.ZERO)));

            clock.advance(Duration.ofMinutes(70));
            stores.removeSomeOlderThan(clock.instant().minus(SHORT.longest()));
            assertThat(stores.statistics().since(1, hour)).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
            stores.removeSomeOlderThan(clock.instant().minus(SHORT.longest()));
            assertThat(stores.statistics().since(1, hour)).isEmpty();
        }
    }

    @Test
    void theUsualOneShortensNothing() {
        Instant later = in(Duration.ofDays(365));
        assertThat(Retention.USUAL.end(Optional.of(later), clock.instant())).contains(later);
        assertThat(Retention.USUAL.between()).isEqualTo(Duration.ofDays(1));
        assertThat(SHORT.between()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT9.999S", "PT-10M", "PT0S", "P90DT1S"})
    void timesOutsideTheBoundsAreRefused(String time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(Duration.parse(time)))
                .withMessage("Data is kept for 10 seconds to 90 days.");
    }
}
