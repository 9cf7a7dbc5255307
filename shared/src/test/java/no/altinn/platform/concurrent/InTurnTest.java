package no.altinn.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class InTurnTest {
    private final List<String> made = new ArrayList<>();

    private Runnable failing(String name) {
        return () -> {
            made.add(name);
            throw new IllegalStateException(name);
        };
    }

    @Test
    void stepsAreMadeInTheirOrder() {
        InTurn.all(() -> made.add("a"), () -> made.add("b"));

        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void aStepThatFailsKeepsNoOtherFromBeingMade() {
        assertThatThrownBy(() -> InTurn.all(failing("a"), () -> made.add("b"), failing("c")))
                .hasMessage("a")
                .satisfies(
                        first ->
                                assertThat(first.getSuppressed())
                                        .singleElement()
                                        .satisfies(later -> assertThat(later).hasMessage("c")));
        assertThat(made).containsExactly("a", "b", "c");
    }

    @Test
    void oneFailureThatComesAgainIsToldOnce() {
        RuntimeException same = new IllegalStateException("away");
        Runnable step =
                () -> {
                    throw same;
                };

        assertThatThrownBy(() -> InTurn.all(step, step)).isSameAs(same).hasNoSuppressedExceptions();
    }
}
