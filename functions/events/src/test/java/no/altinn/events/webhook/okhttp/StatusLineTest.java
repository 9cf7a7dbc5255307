package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.testing.http.WireServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The status line decides, whatever follows it. */
// A client that waits for what never comes would wait for an hour.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StatusLineTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final WireServer receiver = new WireServer(WireServer.saying(""));
    private final OkHttpWebhook webhook = new OkHttpWebhook(new AddressRule(true));

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "204; 204 No Content|Content-Length: 5||hello",
                "205; 205 Reset Content|Content-Length: 5||hello",
                "204; 204 No Content||hello",
                "204; 204 No Content|Transfer-Encoding: chunked||5|hello|0||",
                "200; 200 OK|Content-Length: 100||cut",
                "200; 200 OK|Content-Length: -5||x",
                "200; 200 OK|Content-Length: x||x",
                "200; 200 OK|Content-Length: 1|Content-Length: 100||x",
                "200; 200 OK|Content-Length: 99999999999999999999||x",
                "200; 200 OK|Content-Encoding: gzip||no gzip",
                "200; 200 OK|Content-Encoding: br|Content-Length: 2||xx",
                "200; 200 OK|Content-Type: ////||x",
                "200; 200 OK|Transfer-Encoding: chunked||zz|x|0||",
                "200; 200 OK|Transfer-Encoding: chunked||-1|x|0||",
                "200; 200 OK|Transfer-Encoding: chunked||64|cut",
                "200; 200 OK|Transfer-Encoding: chunked||0|no trailer",
                "200; 200 OK|Transfer-Encoding: gzip, chunked||x",
                "200; 200 OK|Content-Length: 2||xx and more",
                "200; 200 OK|no header|: no name|Set-Cookie: a=b|\u00e6: \u00f8||",
                "202; 202||",
                "202; 202 ||",
                "299; 299 Anything|Connection: keep-alive||",
                "304; 304 Not Modified|Content-Length: 5||hello",
                "500; 500 Internal Server Error|Content-Length: 100||cut",
                "101; 101 Switching Protocols|Upgrade: websocket|Connection: Upgrade||",
                "407; 407 Proxy Authentication Required||"
            })
    void whatFollowsTheStatusLineIsNoFailure(int status, String answer) {
        receiver.behave(WireServer.saying("HTTP/1.1 " + answer.replace("|", "\r\n")));
        assertThat(post(LONG).status()).isEqualTo(status);

        receiver.behave(WireServer.resettingAfter("HTTP/1.1 " + answer.replace("|", "\r\n")));
        assertThat(post(LONG).succeeded()).isEqualTo(status >= 200 && status < 300);
        assertThat(receiver.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0 201 Created||body",
                "1.0 201 Created|Connection: keep-alive|Content-Length: 9||body",
                "1.1 100 Continue||HTTP/1.1 201 Created||",
                "1.1 103 Early Hints|Link: x||HTTP/1.1 201 Created|Content-Length: 3||",
                "1.1 102 Processing||HTTP/1.1 103 Early Hints||HTTP/1.1 201 Created||"
            })
    void theLastStatusLineCountsInWhateverVersionItComes(String answer) {
        receiver.behave(WireServer.saying("HTTP/" + answer.replace("|", "\r\n")));
        assertThat(post(LONG)).isEqualTo(WebhookReply.answered(201));

        receiver.behave(WireServer.saying("HTTP/" + answer.replace("|", "\n")));
        assertThat(post(LONG)).isEqualTo(WebhookReply.answered(201));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "HTTP/1.1 OK",
                "HTTP/1.1 2xx OK\r\n\r\n",
                "HTTP/1.1 -20 OK\r\n\r\n",
                "HTTP/1.1 000 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "200 OK\r\n\r\n"
            })
    void anAnswerWithoutAStatusIsAFailureThatSaysSo(String answer) {
        receiver.behave(WireServer.saying(answer));

        WebhookReply reply = post(LONG);

        assertThat(reply.status()).isZero();
        assertThat(reply.reason()).isNotEmpty();
        assertThat(receiver.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\nand",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nand",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nand\r\n"
            })
    void aBodyThatStopsHalfwayIsNotWaitedForLong(String answer) {
        receiver.behave(WireServer.sayingAndWaiting(answer));

        assertThat(post(LONG)).isEqualTo(WebhookReply.answered(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffff\r\n"
            })
    void aBodyThatNeverEndsIsNotReadFor(String head) {
        CompletableFuture<Long> taken = new CompletableFuture<>();
        receiver.behave(
                socket -> {
                    WireServer.say(socket, head);
                    byte[] block = new byte[1 << 16];
                    long written = 0;
                    try {
                        while (true) {
                            socket.getOutputStream().write(block);
                            written += block.length;
                        }
                    } catch (IOException closed) {
                        taken.complete(written);
                        return false;
                    }
                });

        assertThat(post(LONG)).isEqualTo(WebhookReply.answered(200));
        // The two sockets' buffers take some megabytes of it.
        assertThat(taken.join()).isLessThan(16 << 20);
    }

    @Test
    void headersThatNeverEndAreCutShortByTheTimeLimit() {
        receiver.behave(WireServer.sayingAndWaiting("HTTP/1.1 100 Continue\r\n\r\n"));

        WebhookReply reply = post(Duration.ofMillis(200));

        assertThat(reply.status()).isZero();
        assertThat(reply.reason()).startsWith("timed out: no answer within");
    }

    private WebhookReply post(Duration timeout) {
        return webhook.post(WebhookRequest.of(receiver.uri("/in"), "{}"), timeout);
    }
}
