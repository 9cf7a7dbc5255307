package no.altinn.testing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

class LinearizabilityTest {
    /** A number that is written, or read where there is none. */
    record Ask(OptionalInt written) {}

    private static final Ask READ = new Ask(OptionalInt.empty());

    private static Ask write(int number) {
        return new Ask(OptionalInt.of(number));
    }

    /** One number, 0 at first. A write answers what it has written. */
    private static final class Register implements Model<Integer, Ask, Integer> {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Collection<Integer> after(Integer state, Ask asked, Optional<Integer> output) {
            int next = asked.written().orElse(state);
            return output.isEmpty() || output.get() == next ? List.of(next) : List.of();
        }
    }

    private static Call<Ask, Integer> call(Ask asked, int output, long begun, long ended) {
        return Call.answered(asked, output, begun, ended);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Optional<List<Call<Ask, Integer>>> order(Call<Ask, Integer>... history) {
        return Linearizability.order(new Register(), List.of(history));
    }

    @Test
    void nothingIsExplainedByNothing() {
        assertThat(order()).contains(List.of());
    }

    @Test
    void oneAfterTheOtherIsItsOwnOrder() {
        Call<Ask, Integer> first = call(write(1), 1, 1, 2);
        Call<Ask, Integer> then = call(READ, 1, 3, 4);

        assertThat(order(then, first)).contains(List.of(first, then));
    }

    @Test
    void aReadOfWhatWasThereBeforeAnEndedWriteIsNotExplained() {
        assertThat(order(call(write(1), 1, 1, 2), call(READ, 0, 3, 4))).isEmpty();
    }

    @Test
    void aReadDuringAWriteMayBeOfEither() {
        assertThat(order(call(write(1), 1, 1, 4), call(READ, 0, 2, 3))).isPresent();
        assertThat(order(call(write(1), 1, 1, 4), call(READ, 1, 2, 3))).isPresent();
        assertThat(order(call(write(1), 1, 1, 4), call(READ, 2, 2, 3))).isEmpty();
    }

    @Test
    void whatWasReadIsNotUnreadWhileTheWriteStillLasts() {
        Call<Ask, Integer> write = call(write(1), 1, 1, 9);

        assertThat(order(write, call(READ, 1, 2, 3), call(READ, 0, 4, 5))).isEmpty();
        assertThat(order(write, call(READ, 0, 2, 3), call(READ, 1, 4, 5))).isPresent();
        assertThat(order(write, call(READ, 1, 2, 5), call(READ, 0, 3, 4))).isPresent();
    }

    @Test
    void twoReadersSeeTwoWritesInOneOrder() {
        Call<Ask, Integer> one = call(write(1), 1, 1, 10);
        Call<Ask, Integer> two = call(write(2), 2, 1, 10);

        assertThat(
                        order(
                                one,
                                two,
                                call(READ, 1, 2, 3),
                                call(READ, 2, 4, 5),
                                call(READ, 1, 2, 3),
                                call(READ, 2, 4, 5)))
                .isPresent();
        assertThat(
                        order(
                                one,
                                two,
                                call(READ, 1, 2, 3),
                                call(READ, 2, 4, 5),
                                call(READ, 2, 2, 3),
                                call(READ, 1, 4, 5)))
                .isEmpty();
    }

    @Test
    void aWriteWithoutAnAnswerMayHaveHappenedAtAnyTimeOrNotAtAll() {
        Call<Ask, Integer> lost = Call.unanswered(write(1), 1);

        assertThat(order(lost, call(READ, 0, 2, 3))).isPresent();
        assertThat(order(lost, call(READ, 0, 2, 3), call(READ, 1, 4, 5))).isPresent();
        assertThat(order(lost, call(READ, 1, 2, 3), call(READ, 0, 4, 5))).isEmpty();
        assertThat(order(call(READ, 1, 0, 1), Call.unanswered(write(1), 2))).isEmpty();
    }

    @Test
    void aLongHistoryOfARealRegisterIsExplainedAndAForgedOneIsNot() {
        List<Call<Ask, Integer>> history = longHistory(new Random(7), 5_000);

        assertThat(Linearizability.order(new Register(), history)).isPresent();

        List<Call<Ask, Integer>> forged = new ArrayList<>(history);
        forged.add(call(READ, -1, 20_001, 20_002));
        assertThat(Linearizability.order(new Register(), forged)).isEmpty();
    }

    /** Calls of 4 callers, each of which takes place at one moment between its begin and end. */
    private static List<Call<Ask, Integer>> longHistory(Random random, int calls) {
        int[] register = {0};
        return IntStream.range(0, calls)
                .mapToObj(
                        i -> {
                            Ask asked = random.nextBoolean() ? READ : write(random.nextInt(5));
                            asked.written().ifPresent(number -> register[0] = number);
                            return call(asked, register[0], 4 * i - 6, 4 * i + 6);
                        })
                .toList();
    }

    @Test
    void aHistoryNotesWhatWasAnsweredAndWhatWasNot() {
        History<Ask, Integer> history = new History<>();

        history.of(write(1), () -> 1);
        assertThatThrownBy(
                        () ->
                                history.of(
                                        READ,
                                        () -> {
                                            throw new IllegalStateException("lost");
                                        }))
                .hasMessage("lost");
        history.ofLateEffect(write(2), () -> {});

        assertThat(history.calls())
                .containsExactly(
                        call(write(1), 1, 1, 2),
                        Call.unanswered(READ, 3),
                        Call.unanswered(write(2), 4));
    }
}
