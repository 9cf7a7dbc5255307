package no.altinn.simulation.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class WorldTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world = new World(new Chance(1));
    private final List<String> done = new ArrayList<>();

    private void after(int seconds, String what) {
        world.after(SECOND.multipliedBy(seconds), () -> done.add(what));
    }

    private void runFor(int seconds) {
        world.runUntil(world.now().plusSeconds(seconds), () -> false);
    }

    @Test
    void workIsDoneAtItsTimeAndNotBefore() {
        after(2, "second");
        after(1, "first");
        after(9, "late");

        runFor(3);

        assertThat(done).containsExactly("first", "second");
        assertThat(world.age()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whileOneWaitsOthersGoOn() {
        world.after(
                SECOND,
                () ->
                        world.doAs(
                                "one",
                                () -> {
                                    done.add("begin");
                                    world.pass(Duration.ofSeconds(5));
                                    done.add("end");
                                }));
        after(3, "other");

        runFor(10);

        assertThat(done).containsExactly("begin", "other", "end");
    }

    @Test
    void whoIsBusyIsGivenNothingElse() {
        world.after(
                SECOND,
                () ->
                        world.doAs(
                                "one",
                                () -> {
                                    world.pass(Duration.ofSeconds(5));
                                    done.add("end");
                                }));
        world.after(Duration.ofSeconds(2), "one", () -> done.add("next"));

        runFor(10);

        assertThat(done).containsExactly("end", "next");
    }

    @Test
    void aWaitOnTopEndsWithTheWaitBelow() {
        List<Instant> ends = new ArrayList<>();
        world.after(
                SECOND,
                () -> {
                    world.pass(Duration.ofSeconds(5));
                    ends.add(world.now());
                });
        world.after(
                Duration.ofSeconds(2),
                () -> {
                    assertThat(world.isOnTop()).isTrue();
                    world.pass(Duration.ofSeconds(60));
                    ends.add(world.now());
                });

        runFor(100);

        Instant end = World.BEGINNING.plusSeconds(6);
        assertThat(ends).containsExactly(end, end);
        assertThat(world.isOnTop()).isFalse();
    }

    @Test
    void whatIsDueTogetherComesInAnOrderThatTheSeedTells() {
        assertThat(order(7)).isEqualTo(order(7)).isNotEqualTo(order(8));
    }

    private static List<Integer> order(long seed) {
        World other = new World(new Chance(seed));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            other.after(SECOND, () -> order.add(number));
        }
        other.runUntil(other.now().plusSeconds(2), () -> false);
        return order;
    }

    @Test
    void aTraceKeepsItsLastLinesAndAHashOfAll() {
        for (int i = 0; i < 10_000; i++) {
            world.tell("line " + i);
        }

        assertThat(world.trace().count()).isEqualTo(10_000);
        assertThat(world.trace().lines()).hasSize(6_000).endsWith("0.000 line 9999");
    }
}
