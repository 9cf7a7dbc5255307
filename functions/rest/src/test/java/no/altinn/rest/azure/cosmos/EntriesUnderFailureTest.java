package no.altinn.rest.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.models.PartitionKey;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What callers learn when requests to Cosmos DB fail or their answers are lost. */
class EntriesUnderFailureTest {
    private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");
    private static final int ATTEMPTS = 4;

    private final MutableClock clock = MutableClock.at(NOW);

    @RegisterExtension private final OpenEntries cosmos = OpenEntries.inProcess(clock);

    private Entries entries() {
        return cosmos.store().of(Tables.MESSAGES);
    }

    private static Entry entry(String text) {
        return Entry.of("p", "1", Map.of(), Json.object().put("text", text), "");
    }

    private String text() {
        return found().head().path("text").textValue();
    }

    private Entry found() {
        return entries().find("p", "1").orElseThrow();
    }

    private void loseAnswer(Operation operation) {
        cosmos.server().faults().next(operation, new Fault.DroppedAfterCommit());
    }

    @Test
    void anEntryWhoseFirstAnswerIsLostWasAdded() {
        loseAnswer(Operation.CREATE);

        assertThat(entries().add(entry("a"))).isTrue();
        assertThat(entries().add(entry("b"))).isFalse();
        assertThat(text()).isEqualTo("a");
    }

    @Test
    void anEntryThatAnotherHasAddedWasNotAddedByALostAttempt() {
        entries().add(entry("another's"));
        cosmos.server().faults().next(Operation.CREATE, new Fault.Dropped());

        assertThat(entries().add(entry("another's"))).isFalse();
    }

    @Test
    void anEntryWhoseFirstAnswerIsLostWasReplaced() {
        entries().add(entry("a"));
        String version = found().version();
        loseAnswer(Operation.REPLACE);

        assertThat(entries().replace(entry("b"), version)).isTrue();
        assertThat(text()).isEqualTo("b");
        assertThat(entries().replace(entry("c"), version)).isFalse();
    }

    @Test
    void anEntryWhoseFirstAnswerIsLostWasRemoved() {
        entries().add(entry("a"));
        loseAnswer(Operation.DELETE);

        assertThat(entries().remove("p", "1")).isTrue();
        assertThat(entries().remove("p", "1")).isFalse();
    }

    @Test
    void anEntryThatChangesWhileItIsRemovedIsRemovedNevertheless() {
        entries().put(entry("a"));
        cosmos.server()
                .faults()
                .next(Operation.DELETE, new Fault.After(() -> entries().put(entry("b"))));

        assertThat(entries().remove("p", "1")).isTrue();
        assertThat(entries().find("p", "1")).isEmpty();
    }

    @Test
    void anExpiredEntryThatAnotherReplacesFirstIsNotAddedTwice() {
        entries().put(entry("old").expiring(NOW.plusSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        cosmos.server()
                .faults()
                .next(Operation.REPLACE, new Fault.After(() -> entries().put(entry("other"))));

        assertThat(entries().add(entry("mine"))).isFalse();
        assertThat(text()).isEqualTo("other");
    }

    @Test
    void anExpiredEntryThatTheDatabaseRemovesMeanwhileIsInNobodysWay() {
        entries().put(entry("old").expiring(NOW.plusSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        cosmos.server()
                .faults()
                .next(
                        Operation.REPLACE,
                        new Fault.After(
                                () ->
                                        cosmos.connection()
                                                .container(RestContainers.of(Tables.MESSAGES))
                                                .deleteItem("1", new PartitionKey("p"))
                                                .block()));

        assertThat(entries().add(entry("mine"))).isTrue();
        assertThat(text()).isEqualTo("mine");
    }

    @Test
    void anEntryThatIsRefusedThoughThereIsNoneIsNotTriedForEver() {
        cosmos.server()
                .faults()
                .next(Operation.CREATE, 1_000, new Fault.Refused(409, Duration.ZERO));

        assertThatThrownBy(() -> entries().add(entry("a"))).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPSERT", "READ", "REPLACE", "DELETE", "QUERY"})
    void aRequestThatIsThrottledIsRepeated(Operation operation) {
        cosmos.server().faults().next(operation, Fault.throttled(Duration.ofMillis(1)));

        everyRequest();

        assertThat(text()).isEqualTo("d");
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPSERT", "READ", "REPLACE", "DELETE", "QUERY"})
    void aDatabaseThatStaysAwayIsUnavailable(Operation operation) {
        // Each of the three ranges is asked by itself.
        cosmos.server()
                .faults()
                .next(operation, 20 * ATTEMPTS, new Fault.Refused(503, Duration.ZERO));

        assertThatThrownBy(this::everyRequest).isInstanceOf(Unavailable.class);
    }

    private void everyRequest() {
        assertThat(entries().add(entry("a"))).isTrue();
        entries().put(entry("b"));
        assertThat(entries().replace(entry("c"), found().version())).isTrue();
        assertThat(entries().search(Search.everywhere())).hasSize(1);
        assertThat(entries().remove("p", "1")).isTrue();
        entries().put(entry("d"));
    }
}
