package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.http.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.StringJoiner;

class BehaviourTest {

    @Test
    void everyMemberIsRead() {
        assertThat(Behaviour.parse("{\"status\":503,\"delayMs\":250,\"times\":3}"))
                .isEqualTo(new Behaviour(503, 250, 3));
    }

    @Test
    void anAnswerMayHaveHeadersAndABody() {
        Behaviour behaviour =
                Behaviour.parse(
                        "{\"status\":429,\"headers\":{\"Retry-After\":\"5\"},\"body\":\"Vent \\u00e5 litt\"}");

        assertThat(behaviour.said())
                .isEqualTo(new SaidAnswer(Map.of("retry-after", "5"), "Vent å litt"));
        assertThat(behaviour.toJson())
                .isEqualTo(
                        "{\"status\":429,\"delayMs\":0,\"headers\":{\"retry-after\":\"5\"},"
                                + "\"body\":\"Vent å litt\"}");
        assertThat(new Behaviour(429, 0, 2, behaviour.said()).next().said())
                .isEqualTo(behaviour.said());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body\":5}",
                "{\"headers\":[]}",
                "{\"headers\":\"a: b\"}",
                "{\"headers\":{\"a\":5}}",
                "{\"headers\":{\"a b\":\"c\"}}",
                "{\"headers\":{\"\":\"c\"}}",
                "{\"headers\":{\"a\":\"b\\r\\nc: d\"}}",
                "{\"headers\":{\"a\":\"å\"}}",
                "{\"headers\":{\"Content-Length\":\"5\"}}",
                "{\"headers\":{\"Transfer-Encoding\":\"chunked\"}}"
            })
    void headersThatCannotBeAreRefused(String json) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Behaviour.parse(json))
                .satisfies(problem -> assertThat(problem.answer().status()).isEqualTo(400));
    }

    @Test
    void tooManyHeadersAndTooLongABodyAreRefused() {
        StringJoiner headers = new StringJoiner(",", "{\"headers\":{", "}}");
        for (int i = 0; i < 21; i++) {
            headers.add("\"a%d\":\"b\"".formatted(i));
        }

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Behaviour.parse(headers.toString()));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> Behaviour.parse("{\"body\":\"%s\"}".formatted("x".repeat(65_537))));
    }

    @Test
    void aStatusWithoutABodyHasNone() {
        SaidAnswer said = new SaidAnswer(Map.of(), "text");

        assertThat(said.with(204).body()).isEmpty();
        assertThat(said.with(503).body()).isEqualTo("text");
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
                "{\"sttus\":503}",
                "{\"status\":503,\"delay\":1}",
            })
    void whatCannotBeIsRefused(String json) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Behaviour.parse(json))
                .satisfies(problem -> assertThat(problem.answer().status()).isEqualTo(400));
    }

    @Test
    void anUnknownMemberIsAnsweredWithTheKnownOnes() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Behaviour.parse("{\"sttus\":503}"))
                .withMessageContaining("unknown member")
                .withMessageContaining("status, delayMs, times, headers and body");
    }

    @Test
    void aMemberIsNamedAsTheGuideNamesIt() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Behaviour.parse("{\"delayMs\":-1}"))
                .withMessageContaining("delayMs must be from 0 to 600000");
    }

    @Test
    void theCaseOfAMembersNameDoesNotMatter() {
        assertThat(Behaviour.parse("{\"Status\":503,\"DELAYMS\":1}"))
                .isEqualTo(new Behaviour(503, 1, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "503, 2147483647, '{\"status\":503,\"delayMs\":0}'",
        "503, 3, '{\"status\":503,\"delayMs\":0,\"times\":3}'",
        "503, 0, '{\"status\":200,\"delayMs\":0}'"
    })
    void itsJsonTellsHowTheNextRequestsAreAnswered(int status, int times, String json) {
        assertThat(new Behaviour(status, 0, times).toJson()).isEqualTo(json);
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
