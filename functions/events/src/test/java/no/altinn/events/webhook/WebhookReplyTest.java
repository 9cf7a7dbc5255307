package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

class WebhookReplyTest {
    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "299, true", "300, false", "0, false"})
    void successIsTwoHundredAndSomething(int status, boolean succeeded) {
        assertThat(WebhookReply.answered(status).succeeded()).isEqualTo(succeeded);
    }

    @Test
    void aReasonIsCutAtTwoHundredCharacters() {
        assertThat(WebhookReply.failed(ErrorKind.CUT, "x".repeat(201)).reason()).hasSize(200);
        assertThat(WebhookReply.failed(ErrorKind.CUT, "short").reason()).isEqualTo("short");
    }

    /** Half a character could not be stored. */
    @Test
    void aReasonIsNotCutWithinACharacter() {
        assertThat(
                        WebhookReply.failed(ErrorKind.CUT, "x".repeat(199) + "\uD83E\uDED0" + "x")
                                .reason())
                .isEqualTo("x".repeat(199));
        assertThat(
                        WebhookReply.failed(ErrorKind.CUT, "x".repeat(198) + "\uD83E\uDED0" + "x")
                                .reason())
                .isEqualTo("x".repeat(198) + "\uD83E\uDED0");
    }

    @ParameterizedTest
    @CsvSource({
        "200, '', ''",
        "204, '', ''",
        "301, 'redirect, not followed', status",
        "302, 'redirect, not followed', status",
        "303, 'redirect, not followed', status",
        "307, 'redirect, not followed', status",
        "308, 'redirect, not followed', status",
        "304, '', status",
        "101, '', status",
        "404, '', status",
        "503, '', status",
        "999, '', status"
    })
    void anAnswerThatIsNoSuccessIsAFailureOfItsStatus(int status, String reason, String kind) {
        WebhookReply reply = WebhookReply.answered(status);

        assertThat(reply.reason()).isEqualTo(reason);
        assertThat(reply.errorKind().map(ErrorKind::label).orElse("")).isEqualTo(kind);
    }

    /** A reason may quote what the receiver said in place of a status line. */
    @Test
    void aReasonTellsNoPersonsNumberAndHasNoControlCharacters() {
        assertThat(WebhookReply.failed(ErrorKind.CUT, "no HTTP: 01010112345\u001b[0m\0").reason())
                .isEqualTo("no HTTP: ***********\uFFFD[0m\uFFFD");
        assertThat(WebhookReply.failed(ErrorKind.CUT, "x".repeat(195) + "01010112345").reason())
                .isEqualTo("x".repeat(195) + "*****");
    }

    @Test
    void whatHeadersSayIsCutAtTwoHundredCharacters() {
        WebhookReply reply =
                WebhookReply.answered(429)
                        .withRetryAfter("9".repeat(100_000))
                        .withAllowedRate("8".repeat(201));

        assertThat(reply.retryAfter()).isEqualTo("9".repeat(200));
        assertThat(reply.allowedRate()).isEqualTo("8".repeat(200));
        assertThat(reply.excerpt()).isEmpty();
    }

    @Test
    void aReplyKeepsWhatItHasWhenMoreIsAdded() {
        Excerpt excerpt = new Excerpt("text/plain", "no", false);

        assertThat(
                        WebhookReply.answered(302)
                                .withExcerpt(excerpt)
                                .withAllowedRate("60")
                                .withRetryAfter("5"))
                .isEqualTo(
                        new WebhookReply(
                                302,
                                "redirect, not followed",
                                Optional.of(ErrorKind.STATUS),
                                "5",
                                "60",
                                Optional.of(excerpt)));
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void aKindIsFoundByItsText(ErrorKind kind) {
        assertThat(ErrorKind.of(kind.label())).contains(kind);
    }

    @Test
    void everyKindHasTheTextOfTheContractAndNoOtherTextIsOne() {
        assertThat(ErrorKind.values())
                .extracting(ErrorKind::label)
                .containsExactly(
                        "dns", "refused-address", "connect", "tls", "timeout", "cut", "status");
        assertThat(ErrorKind.of("TLS")).isEmpty();
        assertThat(ErrorKind.of("")).isEmpty();
    }
}
