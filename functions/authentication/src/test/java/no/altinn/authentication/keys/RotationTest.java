package no.altinn.authentication.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class RotationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** 48 hours after every process has published it. */
    private static final Duration USED_AFTER = Duration.ofDays(2).plusMinutes(30);

    private final KeyPair pair = pair();
    private final SigningCertificate first = made(START, YEAR);

    private static KeyPair pair() {
        try {
            return TestKeys.pair("RSA", 2048);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SigningCertificate made(Instant created, Duration validity) {
        return made(created, created, validity);
    }

    private SigningCertificate made(Instant created, Instant from, Duration validity) {
        return new SigningCertificate(TestKeys.certified(pair, from, from.plus(validity)), created);
    }

    @Test
    void theVeryFirstSignsAtOnce() {
        Rotation rotation = new Rotation(List.of(first));

        assertThat(rotation.signing(START)).contains(first);
        assertThat(rotation.published(START)).containsExactly(first);
    }

    @Test
    void aNewOneIsPublishedAtOnceAndSignsWhenItHasBeenFor48Hours() {
        Instant renewal = START.plus(Duration.ofDays(300));
        SigningCertificate second = made(renewal, YEAR);
        Rotation rotation = new Rotation(List.of(second, first));

        assertThat(rotation.published(renewal)).containsExactly(first, second);
        assertThat(rotation.signing(renewal)).contains(first);
        assertThat(rotation.signing(renewal.plus(USED_AFTER).minus(SECOND))).contains(first);
        assertThat(rotation.signing(renewal.plus(USED_AFTER))).contains(second);
    }

    @Test
    void theOldOneStaysPublishedUntilItsLastTokenHasExpired() {
        Instant renewal = START.plus(Duration.ofDays(300));
        SigningCertificate second = made(renewal, YEAR);
        Rotation rotation = new Rotation(List.of(first, second));
        Instant end = renewal.plus(USED_AFTER).plus(Rotation.LONGEST_TOKEN);

        assertThat(rotation.published(end.minus(SECOND))).containsExactly(first, second);
        assertThat(rotation.published(end)).containsExactly(second);
    }

    @Test
    void ofTwoThatAreBothNewTheOlderSigns() {
        SigningCertificate second = made(START.plus(Duration.ofHours(1)), YEAR);
        Rotation rotation = new Rotation(List.of(second, first));

        assertThat(rotation.signing(START.plus(Duration.ofHours(2)))).contains(first);
        assertThat(rotation.published(START.plus(Duration.ofHours(2))))
                .containsExactly(first, second);
    }

    @Test
    void theNewestOfThoseThatHaveBeenPublishedLongEnoughSigns() {
        SigningCertificate second = made(START.plus(Duration.ofDays(10)), YEAR);
        SigningCertificate third = made(START.plus(Duration.ofDays(20)), YEAR);
        Rotation rotation = new Rotation(List.of(second, third, first));

        assertThat(rotation.signing(START.plus(Duration.ofDays(19)))).contains(second);
        assertThat(rotation.signing(START.plus(Duration.ofDays(21)))).contains(second);
        assertThat(rotation.signing(START.plus(Duration.ofDays(23)))).contains(third);
    }

    @Test
    void oneWhoseTimeHasNotComeIsPublishedAndDoesNotSign() {
        Instant begins = START.plus(Duration.ofDays(10));
        SigningCertificate later = made(START.plus(SECOND), begins, YEAR);
        Rotation rotation = new Rotation(List.of(first, later));

        assertThat(rotation.signing(begins.minus(SECOND))).contains(first);
        assertThat(rotation.published(begins.minus(SECOND))).containsExactly(first, later);
        assertThat(rotation.signing(begins)).contains(later);
    }

    @Test
    void oneThatHasEndedNeitherSignsNorIsPublished() {
        Instant end = START.plus(YEAR);
        SigningCertificate second = made(START.plus(Duration.ofDays(364)), YEAR);
        Rotation rotation = new Rotation(List.of(first, second));

        assertThat(rotation.signing(end)).contains(first);
        assertThat(rotation.published(end)).containsExactly(first, second);
        assertThat(rotation.signing(end.plus(SECOND))).contains(second);
        assertThat(rotation.published(end.plus(SECOND))).containsExactly(second);
    }

    @Test
    void oneThatEndsBeforeItsTokensWouldSignsOnlyWhereNoOtherCan() {
        SigningCertificate brief = made(START.plus(Duration.ofDays(10)), Duration.ofDays(5));
        Instant late = START.plus(Duration.ofDays(14)).plus(Duration.ofHours(1));

        assertThat(new Rotation(List.of(first, brief)).signing(late)).contains(first);
        assertThat(new Rotation(List.of(brief)).signing(late)).contains(brief);
    }

    @Test
    void withoutAnyInForceNothingSigns() {
        assertThat(new Rotation(List.of()).signing(START)).isEmpty();
        assertThat(new Rotation(List.of(first)).signing(START.minus(SECOND))).isEmpty();
        assertThat(new Rotation(List.of(first)).signing(START.plus(YEAR).plus(SECOND))).isEmpty();
        assertThat(new Rotation(List.of(first)).published(START.plus(YEAR).plus(SECOND))).isEmpty();
    }

    @Test
    void processesThatReadInAnotherOrderAgree() {
        SigningCertificate twin = made(START, YEAR);
        Instant later = START.plus(Duration.ofDays(3));

        assertThat(new Rotation(List.of(first, twin)).signing(later))
                .isEqualTo(new Rotation(List.of(twin, first)).signing(later));
    }
}
