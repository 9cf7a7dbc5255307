package no.altinn.local.host.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import no.altinn.platform.time.RetrySchedule;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class LanesTest {
    private static final EventGridLimits LIMITS =
            new EventGridLimits(2, 3, 4, 6, RetrySchedule.exactly(Duration.ZERO));

    private final Lanes lanes = new Lanes(LIMITS);

    private boolean accept(String lane, String json) {
        return lanes.accept(new GridEvent(lane, json, 0));
    }

    private List<String> takeAll() {
        List<String> taken = new ArrayList<>();
        for (Optional<GridEvent> e = lanes.take(); e.isPresent(); e = lanes.take()) {
            taken.add(e.get().json());
        }
        return taken;
    }

    @Test
    void lanesTakeTurns() {
        accept("a", "a1");
        accept("a", "a2");
        accept("b", "b1");
        assertThat(takeAll()).containsExactly("a1", "b1", "a2");
    }

    @Test
    void aLaneHasNoMoreInFlightThanItsShare() {
        accept("a", "a1");
        accept("a", "a2");
        accept("a", "a3");
        assertThat(takeAll()).containsExactly("a1", "a2");
        lanes.landed(new GridEvent("a", "a1", 0), false);
        assertThat(takeAll()).containsExactly("a3");
    }

    @Test
    void aLaneWithALongInvocationGetsNarrowAndWiderAgainWithShortOnes() {
        Lanes wide = new Lanes(new EventGridLimits(64, 256, 1_000, 1_000, RetrySchedule.exactly()));
        for (int i = 0; i < 200; i++) {
            wide.accept(new GridEvent("a", "a" + i, 0));
        }
        List<GridEvent> inFlight = takeAll(wide);
        assertThat(inFlight).hasSize(64);

        inFlight.forEach(event -> wide.landed(event, true));
        inFlight = takeAll(wide);
        assertThat(inFlight).hasSize(4);

        inFlight.forEach(event -> wide.landed(event, false));
        assertThat(takeAll(wide)).hasSize(8);
    }

    private static List<GridEvent> takeAll(Lanes lanes) {
        return Stream.generate(lanes::take)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
    }

    @Test
    void howeverManyLanesAreSlowThereIsAPlaceForOneMore() {
        Lanes many =
                new Lanes(new EventGridLimits(64, 1_024, 1_000, 100_000, RetrySchedule.exactly()));
        for (int lane = 0; lane < 200; lane++) {
            for (int i = 0; i < 100; i++) {
                many.accept(new GridEvent("slow" + lane, "slow", 0));
            }
        }
        int inFlight = 0;
        while (many.take().isPresent()) {
            inFlight++;
        }
        assertThat(inFlight).isLessThan(1_024);

        many.accept(new GridEvent("quick", "quick", 0));

        assertThat(many.take()).map(GridEvent::json).contains("quick");
    }

    @Test
    void allLanesTogetherHaveNoMoreInFlightThanTheTotal() {
        accept("a", "a1");
        accept("b", "b1");
        accept("c", "c1");
        accept("d", "d1");
        assertThat(takeAll()).containsExactly("a1", "b1", "c1");
        lanes.landed(new GridEvent("b", "b1", 0), false);
        assertThat(takeAll()).containsExactly("d1");
    }

    @Test
    void aLaneThatHoldsTooMuchIsRefusedAndOthersAreNot() {
        for (int i = 0; i < 4; i++) {
            assertThat(accept("a", "a" + i)).isTrue();
        }
        assertThat(accept("a", "a5")).isFalse();
        assertThat(accept("b", "b1")).isTrue();
    }

    @Test
    void nothingIsTakenInWhenAllTogetherHoldTooMuch() {
        for (int i = 0; i < 6; i++) {
            assertThat(accept("lane" + i, "e")).isTrue();
        }
        assertThat(accept("new", "e")).isFalse();
    }

    @Test
    void anEventThatIsToBeTriedAgainStaysHeldUntilItIsReleased() {
        accept("a", "a1");
        GridEvent event = lanes.take().orElseThrow();
        lanes.landed(event, false);
        assertThat(lanes.take()).isEmpty();
        assertThat(lanes.size()).isEqualTo(1);
        lanes.resume(event.failed());
        GridEvent again = lanes.take().orElseThrow();
        assertThat(again.failures()).isEqualTo(1);
        lanes.landed(again, false);
        lanes.release(again);
        assertThat(lanes.size()).isZero();
    }

    @Property
    void whateverIsAcceptedIsTakenOnceAndEveryLaneIsForgotten(
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> chosen) {
        Lanes busy = new Lanes(LIMITS);
        int accepted = 0;
        int taken = 0;
        for (int lane : chosen) {
            accepted += busy.accept(new GridEvent("lane" + lane, "e", 0)) ? 1 : 0;
            if (lane % 2 == 0) {
                taken += finishOne(busy);
            }
        }
        while (taken < accepted) {
            int finished = finishOne(busy);
            assertThat(finished).isEqualTo(1);
            taken += finished;
        }
        assertThat(busy.take()).isEmpty();
        assertThat(busy.size()).isZero();
    }

    private static int finishOne(Lanes busy) {
        Optional<GridEvent> event = busy.take();
        event.ifPresent(landed -> busy.landed(landed, false));
        event.ifPresent(busy::release);
        return event.isPresent() ? 1 : 0;
    }
}
