package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.http.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionIdTest {
    @Test
    void anIdIsAWholeNumberOf32Bits() {
        assertThat(SubscriptionId.parse("2147483647")).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.0", "2147483648", " 1"})
    void anythingElseIs400(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> SubscriptionId.parse(text))
                .satisfies(problem -> assertThat(problem.answer().status()).isEqualTo(400));
    }
}
