package no.altinn.rest.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;

import no.altinn.platform.json.Json;
import no.altinn.rest.broker.BrokerBed;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Search.Order;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;
import no.altinn.testing.cosmos.Ledger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What the work costs in request units, as the tests' server estimates it. */
class EntryChargesTest {
    private static final double MOST_OF_A_READ = 2;
    private static final double MOST_OF_A_WRITE = 15;
    private static final double MOST_OF_A_LOGIN = 4;

    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final Meter meter =
            SdkMeterProvider.builder().registerMetricReader(metrics).build().get("test");

    @RegisterExtension
    private final OpenEntries cosmos = OpenEntries.inProcess(Clock.systemUTC(), meter);

    private Entries messages() {
        return cosmos.store().of(Tables.MESSAGES);
    }

    private double spent() {
        List<Ledger.Entry> entries = cosmos.server().ledger().take();
        assertThat(entries).isNotEmpty().noneMatch(Ledger.Entry::scanned);
        return entries.stream().mapToDouble(Ledger.Entry::charge).sum();
    }

    /** A message as it is stored: about 1 KiB. */
    private static Entry message(int number) {
        ObjectNode head =
                Json.object()
                        .put("subject", "Melding nummer " + number)
                        .put("sender", "Testdepartementet")
                        .put("summary", "s".repeat(300))
                        .put("form", "5000/40000");
        return Entry.of(
                "r51000001",
                "a%05d".formatted(number),
                Map.of(
                        "state", "active",
                        "lastChanged", "2026-01-02T10:00:%05d".formatted(number),
                        "service", "1001/1"),
                head,
                "<p>" + "x".repeat(100) + "</p>");
    }

    @Test
    void aMessageIsReadInItsBudget() {
        messages().put(message(1));
        spent();

        messages().find("r51000001", "a00001");

        assertThat(spent()).isBetween(1.0, MOST_OF_A_READ);
    }

    @Test
    void aMessageIsWrittenInItsBudget() {
        messages().add(message(1));
        double ofAdding = spent();
        Entry read = messages().find("r51000001", "a00001").orElseThrow();
        spent();
        messages().replace(message(1), read.version());
        double ofChanging = spent();

        assertThat(ofAdding).isBetween(5.0, MOST_OF_A_WRITE);
        assertThat(ofChanging).isBetween(ofAdding, MOST_OF_A_WRITE);
    }

    @Test
    void aLoginReadsTheNameAndTheUserInItsBudget() {
        Entries users = cosmos.store().of(Tables.USERS);
        users.put(Entry.of("name-ola", "name-ola", Map.of("owner", "1"), Json.object(), ""));
        ObjectNode user = Json.object().put("hash", "h".repeat(100));
        users.put(Entry.of("20000001", "20000001", Map.of(), user, ""));
        spent();

        users.find("name-ola", "name-ola");
        users.find("20000001", "20000001");

        assertThat(spent()).isBetween(2.0, MOST_OF_A_LOGIN);
    }

    /** What a caller pays who does something in the broker service. */
    private double costOf(Supplier<DoorBed.Answer> request, int status) {
        DoorBed.Answer answer = request.get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return spent();
    }

    @Test
    void aFileIsSentFetchedAndConfirmedInItsBudget() {
        BrokerBed bed = new BrokerBed();
        bed.clock.advance(Duration.between(bed.clock.instant(), Clock.systemUTC().instant()));
        DoorBed sender = bed.as(BrokerBed.A, cosmos.store(), bed.memory);
        DoorBed recipient = bed.as(BrokerBed.B, cosmos.store(), bed.memory);
        String to = BrokerBed.outbox("a.txt", BrokerBed.description(BrokerBed.RECIPIENT));
        String inbox = "310000002/brokerservice/inbox";
        spent(() -> bed.send(sender, "310000001/" + to, new byte[3]));

        double sending = costOf(() -> bed.send(sender, "310000001/" + to, new byte[3]), 201);
        String file = inbox + "/" + reference(recipient.get(inbox).answer());
        spent();
        double asking =
                costOf(
                        () ->
                                recipient
                                        .get(
                                                "brokerservice/inbox/hasavailablefiles?recipients=310000002"
                                                        + "&serviceCode=4001&serviceEditionCode=1")
                                        .answer(),
                        200);
        double listing = costOf(() -> recipient.get(inbox).answer(), 200);
        double looking = costOf(() -> recipient.get(file).answer(), 200);
        double confirming =
                costOf(() -> recipient.post(file + "/confirmdownloaded", "").answer(), 200);

        assertThat(sending).isBetween(5.0, MOST_OF_A_WRITE);
        // The reference alone is looked for in each of the ranges, of which there are three here.
        assertThat(listing).isBetween(3 * 2.0, 3 * 7.0);
        assertThat(looking).isBetween(3 * 2.0, 3 * 7.0);
        assertThat(asking).isBetween(2.0, 7.0);
        assertThat(confirming).isBetween(looking, looking + MOST_OF_A_READ + MOST_OF_A_WRITE);
    }

    private void spent(Runnable request) {
        request.run();
        spent();
    }

    private static String reference(DoorBed.Answer answer) {
        return Json.parse(answer.body()).get(0).path("FileReference").asText();
    }

    /**
     * Strong consistency doubles the price of a page: half of it is 15 RU. What is behind the page
     * in the box costs nothing.
     */
    @Test
    void aPageOfFiftyMessagesCostsTheSameInALargeBox() {
        double small = ofAPageIn(60);

        assertThat(ofAPageIn(240)).isEqualTo(small).isBetween(2 * 2.8, 2 * 15.5);
    }

    private double ofAPageIn(int messages) {
        IntStream.range(0, messages).forEach(i -> messages().put(message(i)));
        spent();
        Order newest = new Order("lastChanged", true, Optional.empty(), Optional.empty());
        Search page =
                Search.in("r51000001")
                        .with("state", Set.of("active", "archive"))
                        .by(newest)
                        .page(0, 50);
        assertThat(messages().search(page)).hasSize(50);
        return spent();
    }

    @Test
    void everySearchIsAnsweredByIndexes() {
        for (Table table : Tables.ALL) {
            Entries entries = cosmos.store().of(table);
            for (Search search : List.of(Search.in("p"), Search.everywhere())) {
                entries.search(search);
                for (String label : table.labels()) {
                    Order up = new Order(label, false, Optional.of("a"), Optional.of("b"));
                    Order down = new Order(label, true, Optional.of("a"), Optional.of("b"));
                    entries.search(search.with(label, Set.of("a", "b")));
                    entries.search(search.with(label, Set.of("a")).by(up));
                    entries.search(search.by(down));
                }
                for (String label : table.lists()) {
                    entries.search(search.with(label, Set.of("a", "b")));
                }
                entries.search(search.with(Table.ID, Set.of("a")));
            }
        }

        assertThat(spent()).isPositive();
    }

    @Test
    void whatEveryRequestCostsIsMeasured() {
        messages().put(message(1));
        messages().find("r51000001", "a00001");
        double spent = spent();

        assertThat(
                        metrics.collectAllMetrics().stream()
                                .flatMap(metric -> metric.getHistogramData().getPoints().stream()))
                .allSatisfy(
                        point ->
                                assertThat(
                                                point.getAttributes()
                                                        .get(AttributeKey.stringKey("container")))
                                        .isEqualTo("messages"))
                .extracting(point -> point.getSum())
                .satisfies(
                        sums ->
                                assertThat(sums.stream().mapToDouble(sum -> sum).sum())
                                        .isCloseTo(spent, within(0.001)));
    }
}
