package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyBodyTest {
    @Test
    void jsonHasLineBreaksAndTheNumbersAndOrderThatItCameWith() {
        assertThat(PrettyBody.of("{\"z\":1.0,\"a\":[1e400,null],\"b\":{\"c\":\"æ<\"},\"z\":2}"))
                .isEqualTo(
                        """
                        {
                          "z" : 1.0,
                          "a" : [ 1e400, null ],
                          "b" : {
                            "c" : "æ<"
                          },
                          "z" : 2
                        }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} x", "<b>", "{\"a\":01}", "a=1&b=2"})
    void anyOtherTextIsShownAsItIs(String body) {
        assertThat(PrettyBody.of(body)).isEqualTo(body);
    }

    @Test
    void aLongBodyIsCut() {
        String text = "x".repeat(1 << 20);

        assertThat(PrettyBody.of(text)).isEqualTo("x".repeat(10_000) + "…");
        assertThat(PrettyBody.of("\"" + text + "\"")).hasSize(10_001).startsWith("\"xxx");
    }

    @Test
    void jsonThatIsDeepDoesNotGrowBeyondTheBound() {
        String deep = "{\"a\":".repeat(900) + "[" + "{},".repeat(200_000) + "0]" + "}".repeat(900);

        assertThat(PrettyBody.of(deep)).hasSize(10_001);
    }
}
