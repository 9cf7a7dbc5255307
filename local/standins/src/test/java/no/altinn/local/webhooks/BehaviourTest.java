package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.http.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {

    @Test
    void everyMemberIsRead() {
        assertThat(Behaviour.parse("{\"status\":503,\"delayMs\":250,\"times\":3}"))
                .isEqualTo(new Behaviour(503, 250, 3));
    }

    @Test
    void whatIsLeftOutIsASuccessAtOnceForEver() {
        assertThat(Behaviour.parse("{}")).isEqualTo(new Behaviour(200, 0, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"status\":199}",
                "{\"status\":600}",
                "{\"status\":\"503\"}",
                "{\"delayMs\":-1}",
                "{\"delayMs\":600001}",
                "{\"times\":-1}",
                "{\"times\":1.5}",
                "{\"times\":null}",
            })
    void whatCannotBeIsRefused(String json) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Behaviour.parse(json))
                .satisfies(problem -> assertThat(problem.answer().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 0, 0, Requests are answered 200 at once.",
        "200, 0, 2147483647, Requests are answered 200 at once.",
        "200, 250, 2147483647, Requests are answered 200 after 250 ms.",
        "410, 0, 1, The next request is answered 410 at once.",
        "503, 0, 3, The next 3 requests are answered 503 at once."
    })
    void itIsToldInWords(int status, int delayMs, int times, String words) {
        assertThat(new Behaviour(status, delayMs, times).inWords()).isEqualTo(words);
    }

    @Test
    void itCountsDownAndIsWellThen() {
        assertThat(new Behaviour(500, 0, 2).next()).isEqualTo(new Behaviour(500, 0, 1));
        assertThat(new Behaviour(500, 0, 1).next()).isEqualTo(Behaviour.WELL);
        assertThat(Behaviour.WELL.next()).isEqualTo(Behaviour.WELL);
    }
}
