package no.altinn.rest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the {@link Entries} of every table promise; {@link SearchContract} has the searches. */
public abstract class EntriesContract extends SearchContract {
    static final List<Table> ALL = Tables.ALL;

    private static final int WRITERS = 4;
    private static final int WRITES_EACH = 10;

    @ParameterizedTest
    @FieldSource("ALL")
    void anEntryOfEachTableComesBackAsItWas(Table table) {
        String partition = table.isPartedById() ? "1" : "p";
        Map<String, String> labels = labelled(table);
        Entry entry = Entry.of(partition, "1", labels, head("a"), "body");
        store().of(table).put(entry);

        Entry found = store().of(table).find(partition, "1").orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(entry);
        assertThat(found.version()).isNotEmpty();
        assertThat(store().of(table).search(Search.in(partition)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("body")
                .containsExactly(found);
    }

    private static Map<String, String> labelled(Table table) {
        return table.allLabels().stream()
                .collect(Collectors.toMap(label -> label, label -> "of " + label));
    }

    @Test
    void theTablesAreApart() {
        store().of(Tables.USERS).put(Entry.of("1", "1", Map.of(), head("user"), ""));

        assertThat(store().of(Tables.LOGINS).find("1", "1")).isEmpty();
        assertThat(store().of(Tables.LOGINS).search(Search.everywhere())).isEmpty();
    }

    @Test
    void theSameIdInAnotherPartitionIsAnotherEntry() {
        entries().put(Entry.of("p", "1", Map.of(), head("of p"), ""));
        entries().put(Entry.of("q", "1", Map.of(), head("of q"), ""));

        assertThat(entries().find("p", "1").orElseThrow().head()).isEqualTo(head("of p"));
        assertThat(entries().find("q", "1").orElseThrow().head()).isEqualTo(head("of q"));
        assertThat(entries().find("r", "1")).isEmpty();
        assertThat(entries().find("p", "2")).isEmpty();
    }

    @Test
    void anEntryIsAddedOnce() {
        assertThat(entries().add(entry("1", "first"))).isTrue();
        assertThat(entries().add(entry("1", "second"))).isFalse();

        assertThat(found("1").head()).isEqualTo(head("first"));
    }

    @Test
    void anEntryThatWasRemovedIsAddedAgain() {
        entries().add(entry("1", "first"));
        entries().remove("p", "1");

        assertThat(entries().add(entry("1", "second"))).isTrue();
        assertThat(found("1").head()).isEqualTo(head("second"));
    }

    @Test
    void ofSeveralWritersWhoAddAtOnceOneSucceeds() throws Exception {
        List<Boolean> added = atOnce(n -> () -> entries().add(entry("1", "of " + n)));

        assertThat(added).containsOnlyOnce(true);
    }

    @Test
    void aPutWritesWhetherThereIsAnEntryOrNot() {
        entries().put(Entry.of("p", "1", Map.of("state", "a"), head("first"), "first"));
        entries().put(Entry.of("p", "1", Map.of("service", "b"), head("second"), ""));

        assertThat(found("1"))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(Entry.of("p", "1", Map.of("service", "b"), head("second"), ""));
        assertThat(search(Search.in("p").with("state", Set.of("a")))).isEmpty();
    }

    @Test
    void eachWriteGivesAnotherVersion() {
        entries().add(entry("1", "same"));
        String first = found("1").version();
        entries().put(entry("1", "same"));
        String second = found("1").version();
        entries().replace(entry("1", "same"), second);

        assertThat(Stream.of(first, second, found("1").version()).distinct()).hasSize(3);
    }

    @Test
    void aReadChangesNoVersion() {
        entries().put(entry("1", "a"));
        entries().put(entry("2", "a"));

        assertThat(found("1").version()).isEqualTo(found("1").version());
        assertThat(entries().search(Search.in("p")).get(0).version())
                .isEqualTo(found("1").version());
    }

    @Test
    void anEntryIsReplacedWhileItHasTheVersionThatWasRead() {
        entries().put(Entry.of("p", "1", Map.of("state", "a"), head("first"), "first"));
        String version = found("1").version();

        Entry next = Entry.of("p", "1", Map.of("state", "b"), head("second"), "second");
        assertThat(entries().replace(next, version)).isTrue();

        assertThat(found("1")).usingRecursiveComparison().ignoringFields("version").isEqualTo(next);
    }

    @Test
    void anEntryThatHasChangedIsNotReplaced() {
        entries().put(entry("1", "first"));
        String version = found("1").version();
        entries().put(entry("1", "second"));

        assertThat(entries().replace(entry("1", "third"), version)).isFalse();
        assertThat(found("1").head()).isEqualTo(head("second"));
    }

    @Test
    void whereThereIsNoEntryNoneIsReplaced() {
        entries().put(entry("1", "first"));
        String version = found("1").version();
        entries().remove("p", "1");

        assertThat(entries().replace(entry("1", "second"), version)).isFalse();
        assertThat(entries().find("p", "1")).isEmpty();
    }

    @Test
    void anEntryThatWasRemovedAndAddedHasNotItsOldVersion() {
        entries().put(entry("1", "first"));
        String version = found("1").version();
        entries().remove("p", "1");
        entries().put(entry("1", "second"));

        assertThat(entries().replace(entry("1", "third"), version)).isFalse();
    }

    @Test
    void noneOfSeveralWritersLosesWhatAnotherWrote() throws Exception {
        entries().put(Entry.of("p", "1", Map.of(), Json.object().put("count", 0), ""));

        atOnce(
                n ->
                        () -> {
                            IntStream.range(0, WRITES_EACH).forEach(i -> increment());
                            return true;
                        });

        assertThat(found("1").head().path("count").intValue()).isEqualTo(WRITERS * WRITES_EACH);
    }

    private void increment() {
        boolean isDone = false;
        while (!isDone) {
            Entry entry = found("1");
            ObjectNode head = Json.object().put("count", entry.head().path("count").intValue() + 1);
            isDone = entries().replace(Entry.of("p", "1", Map.of(), head, ""), entry.version());
        }
    }

    private <T> List<T> atOnce(IntFunction<Callable<T>> work) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<T>> results =
                    writers.invokeAll(IntStream.range(0, WRITERS).mapToObj(work).toList());
            List<T> all = new ArrayList<>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        } finally {
            writers.shutdown();
        }
    }

    @Test
    void aRemovedEntryIsGone() {
        entries().put(entry("1", "a"));
        entries().put(entry("2", "b"));

        assertThat(entries().remove("p", "1")).isTrue();
        assertThat(entries().remove("p", "1")).isFalse();
        assertThat(entries().remove("q", "2")).isFalse();
        assertThat(ids(Search.in("p"))).containsExactly("2");
    }

    @Test
    void onlyOneOfSeveralRemovesAnEntry() throws Exception {
        entries().put(entry("1", "a"));

        assertThat(atOnce(n -> () -> entries().remove("p", "1"))).containsOnlyOnce(true);
    }

    @Test
    void anEntryIsGoneFromTheInstantAtWhichItExpires() {
        Entry passing = entry("1", "a").expiring(NOW.plusSeconds(60));
        entries().put(passing);
        assertThat(found("1").expires()).contains(NOW.plusSeconds(60));

        clock.advance(Duration.ofSeconds(59).plusMillis(999));
        assertThat(entries().find("p", "1")).isPresent();
        assertThat(ids(Search.in("p"))).containsExactly("1");

        clock.advance(Duration.ofMillis(1));
        assertThat(entries().find("p", "1")).isEmpty();
        assertThat(ids(Search.in("p"))).isEmpty();
        assertThat(ids(Search.everywhere())).isEmpty();
    }

    @Test
    void anExpiredEntryIsInNobodysWay() {
        entries().put(entry("1", "old").expiring(NOW.plusSeconds(1)));
        String version = found("1").version();
        clock.advance(Duration.ofSeconds(1));

        assertThat(entries().replace(entry("1", "replaced"), version)).isFalse();
        assertThat(entries().remove("p", "1")).isFalse();
        assertThat(entries().add(entry("1", "new"))).isTrue();
        assertThat(found("1").head()).isEqualTo(head("new"));
        assertThat(entries().add(entry("1", "newer"))).isFalse();
    }

    @Test
    void anEntryMayHaveExpiredWhenItIsWritten() {
        entries().put(entry("1", "old").expiring(NOW.minusSeconds(1)));
        entries().put(entry("2", "now").expiring(NOW));

        assertThat(ids(Search.in("p"))).isEmpty();
        assertThat(entries().find("p", "1")).isEmpty();
    }

    @Test
    void anEntryThatIsWrittenAgainExpiresAsItsNewWriterSays() {
        entries().put(entry("1", "a").expiring(NOW.plusSeconds(60)));
        entries().put(entry("2", "a").expiring(NOW.plusSeconds(60)));
        entries().put(entry("1", "b"));
        entries().replace(entry("2", "b").expiring(NOW.plusSeconds(3_600)), found("2").version());
        clock.advance(Duration.ofMinutes(2));

        assertThat(found("1").expires()).isEmpty();
        assertThat(found("2").expires()).contains(NOW.plusSeconds(3_600));
    }

    @Test
    void anInstantKeepsItsMilliseconds() {
        Instant odd = NOW.plusMillis(100_001);
        entries().put(entry("1", "a").expiring(odd));

        assertThat(found("1").expires()).contains(odd);
        assertThat(entries().search(Search.in("p")).get(0).expires()).contains(odd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b", "%41", "a%2Fb", "æøå", "😀", "'", "\"", "a;b=c&d", "{}[]", "...", "-", "+",
                "a,b", "a:b", "a|b", "<>", "*", "~", "$", "@c", "null", "true", "1", "1.0"
            })
    void aPartitionOrIdMayHaveOddCharacters(String odd) {
        entries().put(Entry.of(odd, odd, Map.of("state", odd), head("odd"), odd));
        entries().put(Entry.of("p", "plain", Map.of("state", "plain"), head("plain"), ""));

        Entry found = entries().find(odd, odd).orElseThrow();
        assertThat(found.body()).isEqualTo(odd);
        assertThat(ids(Search.in(odd))).containsExactly(odd);
        assertThat(ids(Search.everywhere().with("state", Set.of(odd)))).containsExactly(odd);
        assertThat(entries().replace(Entry.of(odd, odd, Map.of(), head("b"), ""), found.version()))
                .isTrue();
        assertThat(entries().add(Entry.of(odd, odd, Map.of(), head("c"), ""))).isFalse();
        assertThat(entries().remove(odd, odd)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", " a", "á", "a\u0301", "aa"})
    void idsThatLookAlikeAreDifferent(String other) {
        entries().put(entry("a", "a"));

        assertThat(entries().find("p", other)).isEmpty();
        assertThat(entries().add(entry(other, "other"))).isTrue();
        assertThat(found("a").head()).isEqualTo(head("a"));
    }

    @Test
    void thePartitionAndTheIdMayHaveTwoHundredCharacters() {
        String longest = "😀".repeat(Entry.LONGEST_KEY / 2);
        entries().put(Entry.of(longest, longest, Map.of(), head("a"), ""));

        assertThat(entries().find(longest, longest)).isPresent();
        assertThat(ids(Search.in(longest))).containsExactly(longest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "æøå 😀 \uFFFF",
                "line\nbreak\r\n\ttab",
                "end \u0000 not the end",
                "\u007f\u0085",
                "<a>&amp;</a>",
                "'; DROP TABLE messages; --",
                "{\"a\":1.10,\"b\":\"\\ud800\"}"
            })
    void anyTextComesBack(String text) {
        entries().put(Entry.of("p", "1", Map.of("state", text), head(text), text));

        assertThat(found("1").body()).isEqualTo(text);
        assertThat(found("1").head()).isEqualTo(head(text));
        assertThat(found("1").labels()).containsEntry("state", text);
        assertThat(ids(Search.in("p").with("state", Set.of(text)))).containsExactly("1");
    }

    @Test
    void aHeadKeepsItsMembersAsTheyWere() {
        ObjectNode head =
                (ObjectNode)
                        Json.parse(
                                "{\"z\":1,\"a\":[null,true,{\"b\":{}}],\"n\":9007199254740993,"
                                        + "\"d\":1.5,\"_etag\":\"x\",\"id\":\"y\",\"ttl\":1}");
        entries().put(Entry.of("p", "1", Map.of(), head, ""));

        assertThat(found("1").head()).hasToString(head.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {64 << 10, 256 << 10, 1 << 20})
    void aLargeBodyComesBackWhole(int size) {
        String body = "ø€\"\\".repeat(size / 7);
        entries().put(Entry.of("p", "1", Map.of(), head("a"), body));

        assertThat(found("1").body().equals(body)).isTrue();
    }

    @Test
    void whatACallerChangesLaterChangesNothing() {
        ObjectNode mine = head("a");
        entries().put(Entry.of("p", "1", Map.of(), mine, ""));
        mine.put("text", "changed");
        found("1").head().put("text", "changed");
        entries().search(Search.in("p")).get(0).head().put("text", "changed");

        assertThat(found("1").head()).isEqualTo(head("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001/1", "a\\b", "?#", " a ", ".", "..", "a\nb", "\u0000"})
    void aPartitionMayHaveWhatAnIdMayNot(String partition) {
        entries().put(Entry.of(partition, "1", Map.of(), head("a"), ""));
        entries().put(entry("2", "b"));

        assertThat(entries().find(partition, "1").orElseThrow().partition()).isEqualTo(partition);
        assertThat(ids(Search.in(partition))).containsExactly("1");
        assertThat(entries().remove(partition, "1")).isTrue();
    }

    @Test
    void whereTheIdIsThePartitionNoEntryHasAnother() {
        Entries users = store().of(Tables.USERS);
        users.put(Entry.of("1", "1", Map.of(), head("a"), ""));

        assertThat(users.find("2", "1")).isEmpty();
        assertThat(users.remove("2", "1")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.put(Entry.of("2", "1", Map.of(), head("a"), "")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.add(Entry.of("2", "1", Map.of(), head("a"), "")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.replace(Entry.of("2", "1", Map.of(), head("a"), ""), "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a\\b", "a?", "a#", "a ", ".", "..", "a\nb", "\u0000"})
    void anIdThatNoEntryCanHaveFindsNothing(String id) {
        entries().put(entry("a", "a"));

        assertThat(entries().find("p", id)).isEmpty();
        assertThat(entries().remove("p", id)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> entry(id, "a"));
    }

    @Test
    void anEmptyPartitionHasNothing() {
        assertThat(entries().find("", "a")).isEmpty();
        assertThat(entries().remove("", "a")).isFalse();
        assertThat(ids(Search.in(""))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.of("", "a", Map.of(), head("a"), ""));
    }

    @Test
    void aKeyThatIsTooLongFindsNothing() {
        String text = "x".repeat(Entry.LONGEST_KEY + 1);

        assertThat(entries().find("p", text)).isEmpty();
        assertThat(entries().find(text, "a")).isEmpty();
        assertThat(ids(Search.in(text))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> entry(text, "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.of(text, "a", Map.of(), head("a"), ""));
    }

    @Test
    void whereEachEntryHasAPartitionBelowItsPartitionTheSameIdMayBeInSeveral() {
        Entries files = store().of(Tables.TRANSFERS);
        assertThat(files.add(Entry.of("4001/1", "1", Map.of(), head("a"), "of a"))).isTrue();
        assertThat(files.add(Entry.of("4002/1", "1", Map.of(), head("b"), ""))).isTrue();
        assertThat(files.add(Entry.of("4001/1", "1", Map.of(), head("c"), ""))).isFalse();
        assertThat(files.add(Entry.of("4001/1", "2", Map.of(), head("d"), ""))).isTrue();

        Entry found = files.find("4001/1", "1").orElseThrow();
        assertThat(found.body()).isEqualTo("of a");
        assertThat(files.replace(Entry.of("4001/1", "1", Map.of(), head("e"), ""), found.version()))
                .isTrue();
        assertThat(files.search(Search.in("4001/1")))
                .extracting(entry -> entry.head().path("text").asText())
                .containsExactly("e", "d");
        assertThat(files.remove("4002/1", "1")).isTrue();
        assertThat(files.search(Search.everywhere())).hasSize(2);
    }

    @Test
    void aLabelThatTheTableHasNotIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                entries()
                                        .put(
                                                Entry.of(
                                                        "p",
                                                        "1",
                                                        Map.of("colour", "red"),
                                                        head("a"),
                                                        "")));
    }

    private Entry found(String id) {
        return entries().find("p", id).orElseThrow();
    }

    private static Entry entry(String id, String text) {
        return Entry.of("p", id, Map.of(), head(text), "");
    }
}
