package no.altinn.testing.history;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.history.Verdict.Outcome;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The histories of queues of which Herlihy and Wing (1990) tell, and others of their kind. */
class QueueHistoryTest {
    private static final String ENDED = "";

    /** What is put in; empty for a caller who takes out. */
    private record Ask(String put) {
        boolean isPut() {
            return !put.isEmpty();
        }
    }

    private static final class Fifo implements Model<List<String>, Ask, String> {
        @Override
        public List<String> initial() {
            return List.of();
        }

        @Override
        public Collection<List<String>> after(
                List<String> queue, Ask asked, Optional<String> output) {
            if (asked.isPut()) {
                List<String> longer = new ArrayList<>(queue);
                longer.add(asked.put());
                return List.of(longer);
            }
            String first = queue.isEmpty() ? ENDED : queue.get(0);
            if (output.isPresent() && !output.get().equals(first)) {
                return List.of();
            }
            return List.of(queue.isEmpty() ? queue : queue.subList(1, queue.size()));
        }
    }

    private static Call<Ask, String> put(String item, long begun, long ended) {
        return Call.answered(new Ask(item), ENDED, begun, ended);
    }

    private static Call<Ask, String> take(String item, long begun, long ended) {
        return Call.answered(new Ask(""), item, begun, ended);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Outcome outcome(Call<Ask, String>... history) {
        return Linearizability.verdict(new Fifo(), List.of(history)).outcome();
    }

    @Test
    void itemsThatArePutInAtOnceComeOutInEitherOrder() {
        assertThat(outcome(put("x", 1, 4), put("y", 2, 3), take("y", 5, 6), take("x", 7, 8)))
                .isEqualTo(Outcome.EXPLAINED);
        assertThat(outcome(put("x", 1, 4), put("y", 2, 3), take("x", 5, 8), take("y", 6, 7)))
                .isEqualTo(Outcome.EXPLAINED);
    }

    @Test
    void anItemThatWasPutInLaterDoesNotComeOutFirst() {
        assertThat(outcome(put("x", 1, 2), put("y", 3, 6), take("y", 4, 5)))
                .isEqualTo(Outcome.REFUTED);
    }

    @Test
    void anItemComesOutWhileItIsStillBeingPutIn() {
        assertThat(outcome(put("x", 1, 4), take("x", 2, 3))).isEqualTo(Outcome.EXPLAINED);
        assertThat(outcome(take("x", 1, 2), put("x", 3, 4))).isEqualTo(Outcome.REFUTED);
    }

    @Test
    void noItemComesOutTwice() {
        assertThat(outcome(put("x", 1, 10), put("y", 2, 9), take("y", 3, 4), take("y", 5, 6)))
                .isEqualTo(Outcome.REFUTED);
    }

    @Test
    void aQueueIsNotEmptyBetweenTwoWhoPutIn() {
        assertThat(outcome(put("x", 1, 2), take(ENDED, 3, 4))).isEqualTo(Outcome.REFUTED);
        assertThat(outcome(put("x", 1, 4), take(ENDED, 2, 3), take("x", 5, 6)))
                .isEqualTo(Outcome.EXPLAINED);
    }

    @Test
    void aTakerOfWhomNothingWasHeardMayHaveTakenTheFirstItem() {
        Call<Ask, String> lost = Call.unanswered(new Ask(""), 3);

        assertThat(outcome(put("x", 1, 2), put("y", 3, 4), lost, take("y", 5, 6)))
                .isEqualTo(Outcome.EXPLAINED);
        assertThat(outcome(put("x", 1, 2), put("y", 3, 4), lost, take("x", 5, 6)))
                .isEqualTo(Outcome.EXPLAINED);
        assertThat(outcome(put("x", 1, 2), put("y", 3, 4), lost, take(ENDED, 5, 6)))
                .isEqualTo(Outcome.REFUTED);
    }

    @Test
    void aSearchIsGivenUpAfterSoManyPlaces() {
        List<Call<Ask, String>> history = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            history.add(put("i" + i, 1, 2));
        }
        history.add(take("none", 3, 4));

        Verdict<Ask, String> begun = Linearizability.verdict(new Fifo(), history, 100);
        Verdict<Ask, String> whole = Linearizability.verdict(new Fifo(), history);

        assertThat(begun.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(begun.places()).isEqualTo(100);
        assertThat(whole.outcome()).isEqualTo(Outcome.REFUTED);
        assertThat(whole.places()).isGreaterThan(8 * 7 * 6 * 5 * 4 * 3 * 2);
    }

    @Test
    void theQueueOfJavaIsExplained() throws InterruptedException {
        Tally tally = Tally.of(1, 100, seed -> worked(new ConcurrentLinkedQueue<>(), seed));

        assertThat(tally.isExplained()).as("%s", tally).isTrue();
        assertThat(tally.calls()).isEqualTo(100 * 4 * 6);
        assertThat(tally.places()).isGreaterThan(tally.calls());
    }

    @Test
    void aQueueWhoseTakersGetItsLastItemIsRefuted() throws InterruptedException {
        Tally tally = Tally.of(1, 20, seed -> worked(new Stack(), seed));

        assertThat(tally.refuted()).isNotEmpty();
        assertThat(tally.isExplained()).isFalse();
    }

    @Test
    void theFirstHistoryThatIsRefutedIsShownCallByCall() throws InterruptedException {
        Tally tally =
                Tally.of(
                        1,
                        3,
                        seed ->
                                Linearizability.verdict(
                                        new Fifo(),
                                        List.of(take(ENDED, 3, 4), put("x" + seed, 1, 2))));

        assertThat(tally.refuted()).containsExactly(1L, 2L, 3L);
        assertThat(tally.shown().lines())
                .hasSize(2)
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("1 to 2: ")
                .contains("x1");
    }

    @Test
    void ofALongHistoryTheBeginningIsShown() {
        List<Call<Ask, String>> history = new ArrayList<>();
        for (int i = 0; i < Verdict.MOST_TOLD; i++) {
            history.add(put("i", 2L * i, 2L * i + 1));
        }
        assertThat(Linearizability.verdict(new Fifo(), history).told().lines())
                .hasSize(Verdict.MOST_TOLD)
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("198 to 199: ");

        history.add(Call.unanswered(new Ask(""), 500));
        history.add(Call.unanswered(new Ask(""), 501));

        assertThat(Linearizability.verdict(new Fifo(), history).told().lines())
                .hasSize(Verdict.MOST_TOLD + 1)
                .last(InstanceOfAssertFactories.STRING)
                .isEqualTo("... and 2 more");
    }

    @Test
    void noHistoryIsMadeAfterTheFirstThatIsRefuted() throws InterruptedException {
        Tally.Run run =
                seed ->
                        Linearizability.verdict(
                                new Fifo(), List.of(take(seed < 3 ? ENDED : "none", 1, 2)));

        assertThat(Tally.untilRefuted(1, 10, run).histories()).isEqualTo(3);
        assertThat(Tally.untilRefuted(1, 10, run).refuted()).containsExactly(3L);
        assertThat(Tally.untilRefuted(1, 2, run).isExplained()).isTrue();
    }

    /** Takes out what was put in last. */
    private static final class Stack extends AbstractQueue<String> {
        private final ArrayDeque<String> items = new ArrayDeque<>();

        @Override
        public synchronized boolean offer(String item) {
            items.push(item);
            return true;
        }

        @Override
        public synchronized String poll() {
            return items.poll();
        }

        @Override
        public String peek() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterator<String> iterator() {
            throw new UnsupportedOperationException();
        }

        @Override
        public synchronized int size() {
            return items.size();
        }
    }

    private static Verdict<Ask, String> worked(Queue<String> queue, long seed)
            throws InterruptedException {
        History<Ask, String> history = new History<>();
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            Random random = new Random(seed * 4 + caller);
            String name = "c" + caller + "-";
            callers.add(() -> work(history, queue, random, name));
        }
        AtOnce.run(callers);
        return Linearizability.verdict(new Fifo(), history.calls());
    }

    private static void work(
            History<Ask, String> history, Queue<String> queue, Random random, String name) {
        for (int call = 0; call < 6; call++) {
            String item = random.nextBoolean() ? name + call : "";
            history.of(
                    new Ask(item),
                    () -> {
                        if (item.isEmpty()) {
                            return Optional.ofNullable(queue.poll()).orElse(ENDED);
                        }
                        queue.add(item);
                        return ENDED;
                    });
        }
    }
}
