package no.altinn.rest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.rest.srr.SrrRight;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a sent file leaves behind, whatever fails on the way. */
class SendingTest {
    private static final byte[] BYTES = {1, 2, 3};
    private static final String PATH =
            BrokerBed.SENDER
                    + "/"
                    + BrokerBed.outbox("a.txt", BrokerBed.description(BrokerBed.RECIPIENT));

    private final BrokerBed bed = new BrokerBed();

    /** The files, whose ends cannot be set while a test says so; tells which ones were set. */
    private final class FailingFiles implements Transfers {
        private final List<Instant> ends = new ArrayList<>();
        private boolean isAway;

        @Override
        public URI toWrite(String name) {
            return bed.memory.toWrite(name);
        }

        @Override
        public URI toRead(String name) {
            return bed.memory.toRead(name);
        }

        @Override
        public Optional<ArrivedFile> arrived(String name) {
            return bed.memory.arrived(name);
        }

        @Override
        public boolean claim(String name) {
            return bed.memory.claim(name);
        }

        @Override
        public boolean keep(String name, Optional<Instant> expires) {
            if (isAway) {
                throw new Unavailable("The files are away");
            }
            ends.add(expires.orElseThrow());
            return bed.memory.keep(name, expires);
        }
    }

    /** The records, of which none can be added. */
    private final class FullStore implements Entries {
        private final Entries entries = bed.transfers();

        @Override
        public Optional<Entry> find(String partition, String id) {
            return entries.find(partition, id);
        }

        @Override
        public boolean add(Entry entry) {
            throw new Unavailable("The records are away");
        }

        @Override
        public boolean replace(Entry entry, String version) {
            return entries.replace(entry, version);
        }

        @Override
        public void put(Entry entry) {
            entries.put(entry);
        }

        @Override
        public boolean remove(String partition, String id) {
            return entries.remove(partition, id);
        }

        @Override
        public List<Entry> search(Search search) {
            return entries.search(search);
        }
    }

    private final FailingFiles files = new FailingFiles();

    private DoorBed.Answer inbox() {
        return bed.as(BrokerBed.B).get("310000002/brokerservice/inbox").answer();
    }

    private Instant inDays(int days) {
        return Instant.parse("2026-01-02T09:00:00Z").plus(Duration.ofDays(days));
    }

    @Test
    void recordAndFileGoTogetherAfterThirtyDays() {
        DoorBed sender = bed.as(BrokerBed.A, bed.store, files);

        assertThat(bed.send(sender, PATH, BYTES).status()).isEqualTo(201);

        assertThat(files.ends).containsExactly(inDays(30));
        assertThat(bed.records())
                .extracting(Entry::expires)
                .containsExactly(Optional.of(inDays(30)));
        String reference = bed.records().get(0).id();
        bed.clock.advance(Duration.ofDays(30));
        assertThat(inbox().body()).isEqualTo("[]");
        assertThat(
                        bed.as(BrokerBed.B)
                                .get("310000002/brokerservice/inbox/" + reference)
                                .answer()
                                .status())
                .isEqualTo(404);
        assertThat(bed.memory.removeExpired()).isEqualTo(1);
    }

    @Test
    void afterTheLastConfirmationTheyGoAfterSevenDays() {
        DoorBed sender = bed.as(BrokerBed.A, bed.store, files);
        String path =
                BrokerBed.SENDER
                        + "/"
                        + BrokerBed.outbox(
                                "a.txt",
                                BrokerBed.description(BrokerBed.RECIPIENT, BrokerBed.OTHER));
        bed.send(sender, path, BYTES);
        String confirm = "/brokerservice/inbox/" + bed.records().get(0).id() + "/confirmdownloaded";
        bed.clock.advance(Duration.ofDays(1));

        assertThat(
                        bed.as(BrokerBed.B, bed.store, files)
                                .post("310000002" + confirm, "")
                                .answer()
                                .status())
                .isEqualTo(200);
        assertThat(files.ends).containsExactly(inDays(30));
        assertThat(
                        bed.as(BrokerBed.C, bed.store, files)
                                .post("310000003" + confirm, "")
                                .answer()
                                .status())
                .isEqualTo(200);

        assertThat(files.ends).containsExactly(inDays(30), inDays(8));
        assertThat(bed.records())
                .extracting(Entry::expires)
                .containsExactly(Optional.of(inDays(8)));
    }

    @Test
    void aFileThatCannotBeKeptIsNobodys() {
        files.isAway = true;

        assertThat(bed.send(bed.as(BrokerBed.A, bed.store, files), PATH, BYTES).status())
                .isEqualTo(503);

        assertThat(bed.records()).isEmpty();
        assertThat(inbox().body()).isEqualTo("[]");
    }

    @Test
    void aFileWhoseRecordCannotBeWrittenGoesAwayByItself() {
        EntryStore full =
                table -> table.equals(Tables.TRANSFERS) ? new FullStore() : bed.store.of(table);

        assertThat(bed.send(bed.as(BrokerBed.A, full, files), PATH, BYTES).status()).isEqualTo(503);

        // Whether the record was written nobody knows then, so the file stays until its end.
        assertThat(files.ends).containsExactly(inDays(30));
        assertThat(inbox().body()).isEqualTo("[]");
        bed.clock.advance(Duration.ofDays(30));
        assertThat(bed.memory.removeExpired()).isEqualTo(1);
    }

    @Test
    void whatIsConfirmedIsConfirmedThoughTheFileStaysForLonger() {
        bed.send(bed.as(BrokerBed.A, bed.store, files), PATH, BYTES);
        String reference = bed.records().get(0).id();
        files.isAway = true;

        DoorBed.Answer answer =
                bed.as(BrokerBed.B, bed.store, files)
                        .post(
                                "310000002/brokerservice/inbox/%s/confirmdownloaded"
                                        .formatted(reference),
                                "")
                        .answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(bed.records())
                .extracting(Entry::expires)
                .containsExactly(Optional.of(inDays(7)));
    }

    @Test
    void aRuleThatIsWithdrawnMeanwhileRefusesTheFileThatHasCome() {
        DoorBed sender = bed.as(BrokerBed.A);
        DoorBed.Answer begun = BrokerBed.begin(sender, PATH, 3).answer();
        bed.memory.put(URI.create(begun.header("X-Transfer-To")), BYTES);
        bed.rules
                .find("ttd", BrokerBed.SERVICE, BrokerBed.SENDER, SrrRight.WRITE)
                .ifPresent(rule -> bed.rules.remove("ttd", rule.id()));

        DoorBed.Answer refused =
                sender.ask("POST", PATH)
                        .with("X-Transfer", "commit")
                        .with("X-Transfer-Length", "3")
                        .with("X-Transfer-File", begun.header("X-Transfer-File"))
                        .answer();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(bed.memory.arrived(begun.header("X-Transfer-File"))).isEmpty();
        assertThat(bed.records()).isEmpty();
    }

    @Test
    void aSenderHasABoundOfFilesThatAreKept() {
        bed.sent(BrokerBed.RECIPIENT);
        Entry first = bed.records().get(0);
        for (int i = 1; i < Outbox.MOST_FILES; i++) {
            bed.transfers()
                    .put(
                            Entry.of(
                                            first.partition(),
                                            "copy-" + i,
                                            Map.of("sender", BrokerBed.SENDER),
                                            first.head(),
                                            "")
                                    .expiring(first.expires().orElseThrow()));
        }

        DoorBed.Answer refused = BrokerBed.begin(bed.as(BrokerBed.A), PATH, 3).answer();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.reason()).contains("1000 files");
        bed.clock.advance(Duration.ofDays(31));
        assertThat(BrokerBed.begin(bed.as(BrokerBed.A), PATH, 3).answer().status()).isEqualTo(200);
    }
}
