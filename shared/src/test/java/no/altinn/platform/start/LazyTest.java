package no.altinn.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class LazyTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void nothingIsMadeBeforeItIsAskedFor() {
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

        assertThat(made).hasValue(0);
        assertThat(lazy.get()).isEqualTo(1);
    }

    @Test
    void everyoneGetsTheSame() {
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

        assertThat(IntStream.range(0, 1_000).parallel().map(i -> lazy.get()).distinct().toArray())
                .containsExactly(1);
    }

    @Test
    void aFailureIsNotKept() {
        Lazy<Integer> lazy =
                new Lazy<>(
                        () -> {
                            if (made.incrementAndGet() == 1) {
                                throw new IllegalStateException("away");
                            }
                            return 2;
                        });

        assertThatIllegalStateException().isThrownBy(lazy::get);
        assertThat(lazy.get()).isEqualTo(2);
    }
}
