package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int WINDOW = 30 * 32 * 1024;

    private static Progress announced(long bytes) {
        return new Progress(HttpLimits.standard().pace(), bytes);
    }

    @Test
    void aBodyOfOneMebibyteHasSixtySecondsWhateverItsPace() {
        Progress body = announced(MEBIBYTE);
        assertThat(body.endWindow()).isTrue();
        body.passed(MEBIBYTE - 1);
        assertThat(body.endWindow()).isFalse();
    }

    @Test
    void aLargerBodyMustComeWithItsRateInEachWindow() {
        Progress body = announced(MEBIBYTE + 1);
        body.passed(WINDOW);
        assertThat(body.endWindow()).isTrue();
        body.passed(WINDOW);
        assertThat(body.endWindow()).isTrue();
        body.passed(WINDOW - 1);
        assertThat(body.endWindow()).isFalse();
    }

    @Test
    void aFastWindowIsNoCreditForASlowOne() {
        Progress body = announced(100L * MEBIBYTE);
        body.passed(50L * MEBIBYTE);
        assertThat(body.endWindow()).isTrue();
        assertThat(body.endWindow()).isFalse();
    }

    @Test
    void aBodyOfUnknownLengthIsSmallUntilItIsNot() {
        Progress small = announced(-1);
        assertThat(small.endWindow()).isTrue();
        assertThat(small.endWindow()).isFalse();

        Progress large = announced(-1);
        large.passed(MEBIBYTE + 1);
        assertThat(large.endWindow()).isTrue();
        assertThat(large.endWindow()).isFalse();

        Progress steady = announced(-1);
        assertThat(steady.endWindow()).isTrue();
        steady.passed(WINDOW);
        assertThat(steady.endWindow()).isTrue();
    }
}
