package no.altinn.rest.happening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Tables;
import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class RelayBoxTest {
    private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    private final MutableClock clock = MutableClock.at(NOW);
    private final List<String> stored = new ArrayList<>();
    private final Set<String> away = new ConcurrentSkipListSet<>();
    private final Set<String> refused = new ConcurrentSkipListSet<>();
    private final RelayBox relay =
            new RelayBox(
                    this::store,
                    URI.create("https://www.altinn.no/api/"),
                    new SideBySide(Runnable::run, 1),
                    clock);

    private void store(ObjectNode event) {
        String id = event.path("id").textValue();
        if (away.contains(id)) {
            throw new Unavailable("away");
        }
        if (refused.contains(id)) {
            throw new RefusedEvent("POST answered 400");
        }
        stored.add(id);
    }

    private static Happening happening(String id, Instant time) {
        return new Happening(
                id, HappeningType.MESSAGE_READ, 1, "r1/messages/a1", time, Json.object());
    }

    private static String document(String id, Happening... happenings) {
        ObjectNode head = Json.object().put("subject", "x");
        Stream.of(happenings).forEach(happening -> Happenings.add(head, happening));
        Entry entry = Entry.of("r1", id, Map.of(), head, "body");
        return new EntryDocument(Tables.MESSAGES).write(entry).put("_ts", 1).toString();
    }

    private void relay(String... documents) {
        relay.relay(
                Tables.MESSAGES,
                Account.KEPT,
                Stream.of(documents).collect(Collectors.joining(",", "[", "]")));
    }

    @Test
    void whatHasHappenedToEachEntryIsToldInItsOrder() {
        relay(
                document("a1", happening("1", NOW), happening("2", NOW)),
                document("a2"),
                document("a3", happening("3", NOW)));

        assertThat(stored).containsExactly("1", "2", "3");
    }

    @Test
    void theNextChangeTellsOnlyWhatHasHappenedSince() {
        relay(document("a1", happening("1", NOW)));
        relay(document("a1", happening("1", NOW), happening("2", NOW)));

        assertThat(stored).containsExactly("1", "2");
    }

    @Test
    void aBatchWithAnEventThatCannotBeToldFailsAndIsToldByTheNextAttempt() {
        away.add("2");
        String first = document("a1", happening("1", NOW), happening("2", NOW));
        String last = document("a2", happening("3", NOW));
        assertThatThrownBy(() -> relay(first, last)).isInstanceOf(Unavailable.class);
        away.clear();

        relay(first, last);

        assertThat(stored).containsExactly("1", "2", "3");
    }

    @Test
    void anEventThatIsRefusedIsLoggedAndHoldsUpNoOther() {
        refused.add("1");
        try (CapturedLog log = CapturedLog.of(RelayBox.class)) {
            relay(document("a1", happening("1", NOW), happening("2", NOW)));

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("The event 1 (altinn.messagebox.read) is not told.");
        }
        assertThat(stored).containsExactly("2");
    }

    @Test
    void aDocumentThatHoldsNoEntryIsLoggedAndHoldsUpNoOther() {
        try (CapturedLog log = CapturedLog.of(RelayBox.class)) {
            relay("{\"id\":\"x\"}", "1", document("a1", happening("1", NOW)));

            assertThat(log.lines()).hasSize(2).allMatch(line -> line.contains("holds no entry"));
        }
        assertThat(stored).containsExactly("1");
    }

    @Test
    void whatIsMuchOlderIsNotToldSinceTheApiMayHaveForgottenIt() {
        relay(
                document(
                        "a1",
                        happening("old", NOW.minus(RelayBox.OLDEST)),
                        happening("new", NOW.minus(RelayBox.OLDEST).plusSeconds(1))));

        assertThat(stored).containsExactly("new");
    }

    @Test
    void whatWasWrittenInAnOutageIsToldWhenItEnds() {
        clock.advance(Duration.ofDays(29));

        relay(document("a1", happening("1", NOW)));

        assertThat(stored).containsExactly("1");
    }

    @Test
    void whatIsNoArrayIsMalformed() {
        assertThatThrownBy(() -> relay.relay(Tables.MESSAGES, Account.KEPT, "{}"))
                .isInstanceOf(MalformedMessage.class);
    }
}
