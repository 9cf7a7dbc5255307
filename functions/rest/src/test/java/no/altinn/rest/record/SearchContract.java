package no.altinn.rest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.record.Search.Order;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What every {@link Entries#search} promises. */
abstract class SearchContract {
    /** What {@link #clock} shows at first. */
    protected static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    private static final String CHANGED = "lastChanged";

    /** The clock of the store, at {@link #NOW}. */
    protected final MutableClock clock = MutableClock.at(NOW);

    /** The store under test, empty at first, the same during one test. */
    protected abstract EntryStore store();

    final Entries entries() {
        return store().of(Tables.MESSAGES);
    }

    final List<Entry> search(Search search) {
        return entries().search(search);
    }

    final List<String> ids(Search search) {
        return search(search).stream().map(Entry::id).toList();
    }

    static ObjectNode head(String text) {
        return Json.object().put("text", text);
    }

    private void put(String partition, String id, Map<String, String> labels) {
        entries().put(Entry.of(partition, id, labels, head(id), "body of " + id));
    }

    private static Order up(String label) {
        return new Order(label, false, Optional.empty(), Optional.empty());
    }

    private static Order down(String label) {
        return new Order(label, true, Optional.empty(), Optional.empty());
    }

    @Test
    void aPartitionIsListedByItsIds() {
        List.of("b", "10", "a", "9", "B", "æ").forEach(id -> put("p", id, Map.of()));
        put("q", "c", Map.of());

        assertThat(ids(Search.in("p"))).containsExactly("10", "9", "B", "a", "b", "æ");
        assertThat(ids(Search.in("empty"))).isEmpty();
    }

    @Test
    void everyPartitionIsListedByIds() {
        put("q", "b", Map.of());
        put("p", "c", Map.of());
        put("r", "a", Map.of());

        assertThat(ids(Search.everywhere())).containsExactly("a", "b", "c");
    }

    @Test
    void entriesOfOneIdAreListedByTheirPartitions() {
        List.of("q", "r", "p").forEach(partition -> put(partition, "1", Map.of()));

        assertThat(search(Search.everywhere()))
                .extracting(Entry::partition)
                .containsExactly("p", "q", "r");
    }

    @Test
    void aListHasNoBodies() {
        put("p", "1", Map.of("state", "a"));

        assertThat(search(Search.in("p"))).extracting(Entry::body).containsExactly("");
        assertThat(search(Search.in("p").by(up("state"))))
                .extracting(Entry::body)
                .containsExactly("");
        assertThat(search(Search.in("p")).get(0).head()).isEqualTo(head("1"));
        assertThat(search(Search.in("p")).get(0).labels()).isEqualTo(Map.of("state", "a"));
    }

    @Test
    void anyOfSeveralValuesOfALabelIsFound() {
        put("p", "1", Map.of("state", "a"));
        put("p", "2", Map.of("state", "b"));
        put("p", "3", Map.of("state", "c"));
        put("p", "4", Map.of());
        put("q", "5", Map.of("state", "a"));

        assertThat(ids(Search.in("p").with("state", Set.of("a", "c")))).containsExactly("1", "3");
        assertThat(ids(Search.everywhere().with("state", Set.of("a")))).containsExactly("1", "5");
        assertThat(ids(Search.in("p").with("state", Set.of("x")))).isEmpty();
        assertThat(ids(Search.in("p").with("state", Set.of("A")))).isEmpty();
        assertThat(ids(Search.in("p").with("state", Set.of()))).isEmpty();
    }

    @Test
    void everyLabelThatCountsMustBeMet() {
        put("p", "1", Map.of("state", "a", "service", "1001/1"));
        put("p", "2", Map.of("state", "a", "service", "1002/1"));
        put("p", "3", Map.of("state", "b", "service", "1001/1"));
        put("p", "4", Map.of("state", "a"));

        Search wanted =
                Search.in("p").with("state", Set.of("a", "b")).with("service", Set.of("1001/1"));
        assertThat(ids(wanted)).containsExactly("1", "3");
    }

    @Test
    void manyValuesOfALabelMayBeWanted() {
        IntStream.range(0, 300).forEach(i -> put("p", "e" + (1000 + i), Map.of("state", "s" + i)));
        Set<String> even = Set.copyOf(IntStream.range(0, 150).mapToObj(i -> "s" + 2 * i).toList());

        assertThat(ids(Search.in("p").with("state", even))).hasSize(150).contains("e1298");
    }

    private void sent(String id, String recipients, String sent) {
        store().of(Tables.TRANSFERS)
                .put(
                        Entry.of(
                                "4001/1",
                                id,
                                Map.of("recipients", recipients, "sent", sent),
                                head(id),
                                ""));
    }

    private List<String> transfers(Search search) {
        return store().of(Tables.TRANSFERS).search(search).stream().map(Entry::id).toList();
    }

    @Test
    void anEntryIsFoundByEachOfTheValuesOfALabelThatHasSeveral() {
        sent("1", "a/x b/y", "1");
        sent("2", "b/y", "3");
        sent("3", "a/y", "2");
        sent("4", "ab/yy ba/y", "4");
        store().of(Tables.TRANSFERS).put(Entry.of("4001/1", "5", Map.of(), head("none"), ""));

        Search ofB = Search.everywhere().with("recipients", Set.of("b/y"));
        assertThat(transfers(ofB)).containsExactly("1", "2");
        assertThat(transfers(ofB.by(down("sent")))).containsExactly("2", "1");
        assertThat(transfers(Search.in("4001/1").with("recipients", Set.of("b/y", "a/y"))))
                .containsExactly("1", "2", "3");
        assertThat(transfers(Search.in("4002/1").with("recipients", Set.of("b/y")))).isEmpty();
        assertThat(transfers(Search.everywhere().with("recipients", Set.of("a", "/y", ""))))
                .isEmpty();
        assertThat(transfers(Search.everywhere().with("recipients", Set.of()))).isEmpty();
        assertThat(store().of(Tables.TRANSFERS).search(ofB).get(0).labels())
                .isEqualTo(Map.of("recipients", "a/x b/y", "sent", "1"));
    }

    @Test
    void nothingIsSortedByALabelOfSeveralValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transfers(Search.everywhere().by(up("recipients"))));
    }

    @Test
    void entriesAreFoundByTheirIdsWhateverTheirPartition() {
        put("p", "1", Map.of());
        put("q", "1", Map.of());
        put("q", "2", Map.of());
        sent("1", "a/x", "1");

        assertThat(search(Search.everywhere().with(Table.ID, Set.of("1"))))
                .extracting(Entry::partition)
                .containsExactly("p", "q");
        assertThat(ids(Search.in("q").with(Table.ID, Set.of("1", "2", "3"))))
                .containsExactly("1", "2");
        assertThat(transfers(Search.everywhere().with(Table.ID, Set.of("1")))).containsExactly("1");
        assertThat(transfers(Search.everywhere().with(Table.ID, Set.of("2")))).isEmpty();
    }

    @Test
    void entriesAreSortedByALabelUpAndDown() {
        put("p", "1", Map.of(CHANGED, "2026-01-02"));
        put("p", "2", Map.of(CHANGED, "2026-01-01"));
        put("p", "3", Map.of(CHANGED, "2026-01-03"));
        put("q", "4", Map.of(CHANGED, "2026-01-02T1"));

        assertThat(ids(Search.in("p").by(up(CHANGED)))).containsExactly("2", "1", "3");
        assertThat(ids(Search.in("p").by(down(CHANGED)))).containsExactly("3", "1", "2");
        assertThat(ids(Search.everywhere().by(up(CHANGED)))).containsExactly("2", "1", "4", "3");
        assertThat(ids(Search.everywhere().by(down(CHANGED)))).containsExactly("3", "4", "1", "2");
    }

    @Test
    void equalValuesAreSortedByIdInTheSameDirection() {
        List.of("b", "c", "a").forEach(id -> put("p", id, Map.of(CHANGED, "same")));
        put("p", "0", Map.of(CHANGED, "zzz"));

        assertThat(ids(Search.in("p").by(up(CHANGED)))).containsExactly("a", "b", "c", "0");
        assertThat(ids(Search.in("p").by(down(CHANGED)))).containsExactly("0", "c", "b", "a");
        assertThat(ids(Search.everywhere().by(down(CHANGED)))).containsExactly("0", "c", "b", "a");
    }

    @Test
    void textIsComparedByItsCodePoints() {
        List<String> sorted = List.of("", " ", "10", "9", "A", "Z", "a", "å", "\uFFFD", "😀");
        for (int i = 0; i < sorted.size(); i++) {
            put("p", "e" + i, Map.of(CHANGED, sorted.get(i)));
        }

        assertThat(search(Search.in("p").by(up(CHANGED))))
                .extracting(entry -> entry.labels().get(CHANGED))
                .containsExactlyElementsOf(sorted);
    }

    @Test
    void entriesWithoutTheLabelAreLeftOutOfItsOrder() {
        put("p", "1", Map.of(CHANGED, "a"));
        put("p", "2", Map.of());

        assertThat(ids(Search.in("p").by(up(CHANGED)))).containsExactly("1");
        assertThat(ids(Search.everywhere().by(down(CHANGED)))).containsExactly("1");
    }

    @Test
    void theBoundsOfAnOrderAreIncluded() {
        List.of("a", "b", "c", "d").forEach(v -> put("p", "of " + v, Map.of(CHANGED, v)));

        assertThat(ids(within(Optional.of("b"), Optional.of("c")))).containsExactly("of c", "of b");
        assertThat(ids(within(Optional.of("bb"), Optional.empty())))
                .containsExactly("of d", "of c");
        assertThat(ids(within(Optional.empty(), Optional.of("b")))).containsExactly("of b", "of a");
        assertThat(ids(within(Optional.of("c"), Optional.of("b")))).isEmpty();
    }

    private static Search within(Optional<String> from, Optional<String> to) {
        return Search.in("p").by(new Order(CHANGED, true, from, to));
    }

    @Test
    void aPartOfAListIsCutAfterFilterAndOrder() {
        IntStream.range(0, 20)
                .forEach(
                        i ->
                                put(
                                        "p",
                                        "e%02d".formatted(i),
                                        Map.of(
                                                CHANGED,
                                                "t%02d".formatted(19 - i),
                                                "state",
                                                i % 2 == 0 ? "even" : "odd")));
        Search even = Search.in("p").with("state", Set.of("even"));

        assertThat(ids(even.page(0, 3))).containsExactly("e00", "e02", "e04");
        assertThat(ids(even.page(8, 3))).containsExactly("e16", "e18");
        assertThat(ids(even.page(10, 3))).isEmpty();
        assertThat(ids(even.by(up(CHANGED)).page(2, 2))).containsExactly("e14", "e12");
        assertThat(ids(even.by(down(CHANGED)).page(1, 2))).containsExactly("e02", "e04");
        assertThat(ids(Search.everywhere().page(18, 50))).containsExactly("e18", "e19");
    }

    @Test
    void aListSeesTheNewestState() {
        put("p", "1", Map.of("state", "a", CHANGED, "1"));
        put("p", "2", Map.of("state", "a", CHANGED, "2"));
        put("p", "1", Map.of("state", "b", CHANGED, "3"));

        assertThat(ids(Search.in("p").with("state", Set.of("a")))).containsExactly("2");
        assertThat(ids(Search.in("p").by(down(CHANGED)))).containsExactly("1", "2");
    }

    @Test
    void aSearchForALabelThatTheTableHasNotIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(Search.in("p").with("colour", Set.of("red"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(Search.in("p").by(up("colour"))));
    }
}
