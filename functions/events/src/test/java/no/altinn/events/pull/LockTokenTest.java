package no.altinn.events.pull;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.event.SampleEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

class LockTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678912Z");
    private static final DeliveryKey KEY = DeliveryKey.of(SampleEvent.of().key(), 7);
    private static final LockToken LOCK =
            LockToken.begun(KEY, 3, NOW, Duration.ofSeconds(60), new SecureRandom());

    @Test
    void aTextNamesItsLock() {
        assertThat(LockToken.of(LOCK.text(), 7)).contains(LOCK);
        assertThat(LOCK.text()).hasSizeLessThanOrEqualTo(LockToken.MOST_CHARACTERS);
        assertThat(LOCK.state())
                .isEqualTo(new Locked(3, Instant.parse("2026-01-02T03:05:05.678Z"), LOCK.name()));
        assertThat(LOCK.name()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void aHundredTextsFitIntoTheBodyOfARequest() {
        assertThat((LOCK.text().length() + "\"\",".length()) * 100).isLessThan(15 * 1024);
    }

    @Test
    void theLargestNumbersHaveATextToo() {
        LockToken largest =
                new LockToken(
                        DeliveryKey.of(SampleEvent.of().key(), Integer.MAX_VALUE),
                        Integer.MAX_VALUE,
                        LOCK.since(),
                        LOCK.until(),
                        LOCK.name());

        assertThat(LockToken.of(largest.text(), Integer.MAX_VALUE)).contains(largest);
    }

    @Test
    void noTwoLocksHaveOneText() {
        assertThat(
                        IntStream.range(0, 1_000)
                                .mapToObj(
                                        i ->
                                                LockToken.begun(
                                                                KEY,
                                                                3,
                                                                NOW,
                                                                Duration.ofSeconds(60),
                                                                new SecureRandom())
                                                        .text()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTextIsOfOneSubscriptionAlone() {
        assertThat(LockToken.of(LOCK.text(), 8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "token", "å", "AAAA", "\0", "'; DROP TABLE deliveries; --"})
    void anotherTextNamesNoLock(String text) {
        assertThat(LockToken.of(text, 7)).isEmpty();
    }

    @Test
    void aTextThatWasChangedInFormNamesNoLock() {
        String text = LOCK.text();

        assertThat(LockToken.of(text.substring(1), 7)).isEmpty();
        assertThat(LockToken.of(text + "A", 7)).isEmpty();
        assertThat(LockToken.of(text + "AAAA", 7)).isEmpty();
        assertThat(LockToken.of(text + "=", 7)).isEmpty();
        assertThat(LockToken.of(text + "\n", 7)).isEmpty();
        assertThat(LockToken.of(text.repeat(3), 7)).isEmpty();
        assertThat(LockToken.of("A".repeat(100_000), 7)).isEmpty();
    }

    @Test
    void aLockTellsSinceWhenItIsThere() {
        assertThat(LockToken.since(LOCK.state()))
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(LockToken.since(new Locked(1, NOW, "of another release"))).isEqualTo(NOW);
    }
}
