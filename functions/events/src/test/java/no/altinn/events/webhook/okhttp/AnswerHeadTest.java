package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class AnswerHeadTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n";

    @Test
    void theHeadEndsWithItsEmptyLineHoweverItsBytesCome() {
        byte[] bytes = (HEAD + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int first = 0; first <= bytes.length; first++) {
            AnswerHead head = new AnswerHead();
            head.add(bytes, 0, first);
            assertThat(head.isEnded()).isEqualTo(first >= HEAD.length());
            head.add(bytes, first, bytes.length - first);

            assertThat(head.isEnded()).isTrue();
            assertThat(head.length()).isEqualTo(HEAD.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\n\n",
                "HTTP/1.1 200 OK\nA: b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b\r\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: \rb\r\n\r\n"
            })
    void aLineThatEndsOtherwiseLeavesTheHeadInDoubt(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        AnswerHead head = new AnswerHead();

        head.add(bytes, 0, bytes.length);

        assertThat(head.isEnded()).isFalse();
    }
}
