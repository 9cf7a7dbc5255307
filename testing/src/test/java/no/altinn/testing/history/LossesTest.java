package no.altinn.testing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

class LossesTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void someCallsAreLostAndSomeAnswersAndOneSeedLosesTheSame() {
        String first = lost(7);

        assertThat(first).contains("call").contains("answer").contains("none");
        assertThat(lost(7)).isEqualTo(first);
        assertThat(lost(8)).isNotEqualTo(first);
    }

    private String lost(long seed) {
        IntSupplier port =
                new Losses(seed, 3, () -> new IllegalStateException("lost"))
                        .over(IntSupplier.class, made::incrementAndGet);
        StringBuilder all = new StringBuilder();
        for (int call = 0; call < 30; call++) {
            int before = made.get();
            try {
                assertThat(port.getAsInt()).isEqualTo(before + 1);
                all.append("none ");
            } catch (IllegalStateException e) {
                all.append(made.get() == before ? "call " : "answer ");
            }
        }
        return all.toString();
    }

    @Test
    void aFailureOfTheRealPortIsItsOwn() {
        IntSupplier port =
                new Losses(1, 1_000_000, () -> new IllegalStateException("lost"))
                        .over(
                                IntSupplier.class,
                                () -> {
                                    throw new ArithmeticException("real");
                                });

        assertThatThrownBy(port::getAsInt)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("real");
    }
}
