package no.altinn.events.webhook.places;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.DeliveryLifecycle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class ConductTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration SOON = Duration.ofMillis(20);

    private final Conduct conduct = new Conduct();
    private Instant now = NOW;

    @Test
    void anEndPointThatHasNotAnsweredIsUnproven() {
        assertThat(conduct.trust()).isEqualTo(Trust.UNPROVEN);
        assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST);
    }

    @Test
    void eachAnswerThatComesSoonGivesOneMoreCallUpToTheMost() {
        answered(1);
        assertThat(conduct.trust()).isEqualTo(Trust.PROVEN);
        assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST + 1);

        answered(100);
        assertThat(conduct.limit()).isEqualTo(Conduct.MOST);
    }

    @Test
    void anEndPointThatNeedsNoMoreCallsGetsNoMore() {
        for (int i = 0; i < 100; i++) {
            ended(SOON, true, false);
        }

        assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST);
    }

    @Test
    void aFailureHalvesTheCalls() {
        answered(100);

        ended(SOON, false, true);

        assertThat(conduct.trust()).isEqualTo(Trust.WAVERING);
        assertThat(conduct.limit()).isEqualTo(Conduct.MOST / 2);
    }

    @Test
    void anEndPointThatFailsAgainAndAgainKeepsTwo() {
        answered(100);

        for (int i = 0; i < 100; i++) {
            ended(SOON, false, true);
        }

        assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callsThatAreLongAgainAndAgainPutAnEndPointInDoubtAndNoMore(boolean succeeded) {
        answered(100);

        for (int i = 0; i < 10; i++) {
            ended(Conduct.HANGING.minusMillis(1), succeeded, true);
            assertThat(conduct.trust()).isEqualTo(Trust.WAVERING);
            assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCallThatHungMakesASlowEndPoint(boolean succeeded) {
        answered(100);

        ended(Conduct.HANGING, succeeded, true);

        assertThat(conduct.trust()).isEqualTo(Trust.SLOW);
        assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST);
    }

    @Test
    void aCallThatHangsMakesASlowEndPointUntilItIsOverAndAnotherCameSoon() {
        answered(100);

        conduct.callBecameLong();
        assertThat(conduct.trust()).isEqualTo(Trust.WAVERING);
        assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST);

        conduct.callBeganToHang(NOW);
        answered(1);
        assertThat(conduct.trust()).isEqualTo(Trust.SLOW);
        assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST);

        ended(Duration.ofSeconds(20), false, false);
        conduct.longCallIsOver();
        conduct.hangingCallIsOver();
        assertThat(conduct.trust()).isEqualTo(Trust.SLOW);

        answered(1);
        assertThat(conduct.trust()).isEqualTo(Trust.PROVEN);
    }

    @Test
    void aHangHalvesTheMostThatAnEndPointMayEarn() {
        hung();
        answered(100);
        assertThat(conduct.limit()).isEqualTo(Conduct.MOST / 2);

        hung();
        answered(100);
        assertThat(conduct.limit()).isEqualTo(Conduct.MOST / 4);

        for (int i = 0; i < 10; i++) {
            hung();
        }
        answered(100);
        assertThat(conduct.limit()).isEqualTo(Conduct.FEWEST);
    }

    @Test
    void theMostThatAnEndPointMayEarnDoublesAfterTenMinutesWithoutAHang() {
        hung();
        hung();

        now = now.plus(Conduct.DOUBLING).minusMillis(1);
        answered(100);
        assertThat(conduct.limit()).isEqualTo(Conduct.MOST / 4);

        now = now.plusMillis(1);
        answered(100);
        assertThat(conduct.limit()).isEqualTo(Conduct.MOST / 2);

        now = now.plus(Duration.ofDays(1));
        answered(100);
        assertThat(conduct.limit()).isEqualTo(Conduct.MOST);
    }

    @Test
    void callsThatHangAtTheSameTimeHalveTheMostOnce() {
        for (int i = 0; i < 20; i++) {
            conduct.callBecameLong();
            conduct.callBeganToHang(now);
        }
        for (int i = 0; i < 20; i++) {
            ended(Duration.ofSeconds(20), false, true);
            conduct.longCallIsOver();
            conduct.hangingCallIsOver();
        }

        answered(100);
        assertThat(conduct.limit()).isEqualTo(Conduct.MOST / 2);
    }

    @Test
    void whatIsPutOffComesBackOneAfterAnotherAsFastAsTheEndPointIs() {
        ended(Duration.ofSeconds(10), true, false);

        // Two calls at once, ten seconds each.
        assertThat(putOff(4))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(25));
    }

    @Test
    void nothingIsPutOffForLongerThanStoresAreTold() {
        ended(Duration.ofSeconds(45), false, false);

        assertThat(putOff(100)).last().isEqualTo(Conduct.LONGEST_PUT_OFF);
        assertThat(Conduct.LONGEST_PUT_OFF).isLessThanOrEqualTo(DeliveryLifecycle.LONGEST_HOLD);
    }

    @Test
    void whatIsPutOffForAnEndPointThatFailsAtOnceComesBackSoon() {
        ended(Duration.ofMillis(1), false, false);

        assertThat(putOff(100)).allMatch(wait -> wait.toSeconds() == 2);
    }

    @Test
    void anEndPointThatHasNotAnsweredIsTakenForASlowOneWhenItIsPutOff() {
        assertThat(putOff(1)).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void whatHasComeBackIsForgotten() {
        ended(Duration.ofSeconds(10), true, false);
        assertThat(putOff(10)).isNotEmpty();

        assertThat(conduct.putOff(NOW.plusSeconds(120))).isEqualTo(Duration.ofSeconds(10));
    }

    private void ended(Duration duration, boolean succeeded, boolean usesItsLimit) {
        conduct.callEnded(duration, succeeded, usesItsLimit, now);
    }

    private void hung() {
        ended(Conduct.HANGING, false, true);
    }

    private void answered(int times) {
        for (int i = 0; i < times; i++) {
            ended(SOON, true, true);
        }
    }

    private List<Duration> putOff(int times) {
        return IntStream.range(0, times).mapToObj(i -> conduct.putOff(NOW)).toList();
    }
}
