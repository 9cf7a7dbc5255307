package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookReplyTest {
    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "299, true", "300, false", "0, false"})
    void successIsTwoHundredAndSomething(int status, boolean succeeded) {
        assertThat(WebhookReply.answered(status).succeeded()).isEqualTo(succeeded);
    }

    @Test
    void aReasonIsCutAtTwoHundredCharacters() {
        assertThat(WebhookReply.failed("x".repeat(201)).reason()).hasSize(200);
        assertThat(WebhookReply.failed("short").reason()).isEqualTo("short");
    }

    /** Half a character could not be stored. */
    @Test
    void aReasonIsNotCutWithinACharacter() {
        assertThat(WebhookReply.failed("x".repeat(199) + "\uD83E\uDED0" + "x").reason())
                .isEqualTo("x".repeat(199));
        assertThat(WebhookReply.failed("x".repeat(198) + "\uD83E\uDED0" + "x").reason())
                .isEqualTo("x".repeat(198) + "\uD83E\uDED0");
    }
}
