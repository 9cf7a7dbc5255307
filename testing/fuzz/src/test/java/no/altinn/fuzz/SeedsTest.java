package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;

/** Each target without the fuzzer: its seeds, parts of them, and long inputs. */
class SeedsTest {
    private static final int LONG = 100_000;

    /**
     * The bound for a long input. A reader whose work grows with its input needs a small part of
     * it.
     */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    static List<Target> targets() {
        return Targets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void eachSeedHasTheProperty(Target target) {
        for (String seed : target.seeds()) {
            assertThatCode(() -> target.property().accept(seed))
                    .as(seed)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void soHasASeedThatIsBrokenOffOrGoesOn(Target target) {
        for (String seed : target.seeds()) {
            for (int cut : List.of(0, seed.length() / 3, seed.length() / 2)) {
                target.property().accept(seed.substring(0, cut));
                target.property().accept(seed.substring(cut));
                target.property().accept(seed + seed.substring(cut));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aLongInputTakesNoLongerThanItsLengthAllows(Target target) {
        assertTimeoutPreemptively(
                LONGEST,
                () -> {
                    for (String seed : target.seeds()) {
                        String piece = seed.isEmpty() ? " " : seed;
                        target.property().accept(piece.repeat(LONG / piece.length() + 1));
                        String last = piece.substring(piece.length() - 1);
                        target.property().accept(piece + last.repeat(LONG));
                    }
                });
    }

    @Test
    void theCommandFindsEachTargetByItsName() {
        assertThat(targets()).extracting(Target::name).doesNotHaveDuplicates();
        assertThat(Targets.named("odata").seeds()).isNotEmpty();
    }
}
