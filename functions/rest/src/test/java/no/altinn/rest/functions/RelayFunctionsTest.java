package no.altinn.rest.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.json.Json;
import no.altinn.rest.broker.BrokerBed;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.HappeningFeed;
import no.altinn.rest.happening.HappeningType;
import no.altinn.rest.happening.Happenings;
import no.altinn.rest.happening.RelayBox;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class RelayFunctionsTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T09:00:00Z");
    private final HappeningFeed feed =
            new HappeningFeed(new MemoryEntryStore(clock).of(Tables.HAPPENINGS), clock);
    private final List<ObjectNode> told = new ArrayList<>();
    private boolean isAway;
    private final RelayFunctions functions =
            new RelayFunctions(
                    new RelayBox(
                            this::tell,
                            URI.create("https://rest.example/api/"),
                            new SideBySide(Runnable::run, 1),
                            clock),
                    feed);

    private void tell(ObjectNode event) {
        if (isAway) {
            throw new Unavailable("The Events API is away");
        }
        told.add(event);
    }

    private String document(Table table, HappeningType type) {
        ObjectNode head = Json.object();
        Happenings.add(
                head, Happening.of(type, 50000001, "r50000001/x", clock.instant(), Json.object()));
        Entry entry = Entry.of("50000001", "a1", Map.of("service", "1001/1"), head, "");
        return "[" + new EntryDocument(table).write(entry) + "]";
    }

    private List<HappeningType> kept() {
        clock.advance(Duration.ofMinutes(1));
        return feed.after(Set.of("1001/1"), Optional.empty(), 10).stream()
                .map(each -> each.happening().type())
                .toList();
    }

    @Test
    void whatHappensIsToldToSubscribersAndKeptForOwners() {
        functions.relayMessages(document(Tables.MESSAGES, HappeningType.MESSAGE_CREATED));
        clock.advance(Duration.ofSeconds(1));
        functions.relayDelegations(document(Tables.DELEGATIONS, HappeningType.RIGHT_DELETED));

        assertThat(told)
                .extracting(event -> event.path("type").asText())
                .containsExactly("altinn.messagebox.created", "altinn.authorization.right.deleted");
        assertThat(kept())
                .containsExactly(HappeningType.MESSAGE_CREATED, HappeningType.RIGHT_DELETED);
    }

    @Test
    void whatHappensToAFileIsToldToItsRecipientsAndKeptForTheOwner() {
        BrokerBed bed = new BrokerBed();
        bed.sent(BrokerBed.RECIPIENT, BrokerBed.OTHER);

        functions.relayTransfers(
                "[" + new EntryDocument(Tables.TRANSFERS).write(bed.records().get(0)) + "]");

        assertThat(told)
                .extracting(
                        event -> event.path("type").asText() + " " + event.path("subject").asText())
                .containsExactly(
                        "altinn.broker.uploaded /party/51000002",
                        "altinn.broker.uploaded /party/51000003");
        clock.advance(Duration.ofMinutes(1));
        assertThat(feed.after(Set.of("4001/1"), Optional.empty(), 10)).hasSize(2);
    }

    @Test
    void whatCannotBeToldNowComesAgainAndIsKeptOnce() {
        String document = document(Tables.MESSAGES, HappeningType.MESSAGE_READ);
        isAway = true;
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> functions.relayMessages(document));

        isAway = false;
        functions.relayMessages(document);
        functions.relayMessages(document);

        assertThat(told).hasSize(1);
        assertThat(kept()).containsExactly(HappeningType.MESSAGE_READ);
    }
}
