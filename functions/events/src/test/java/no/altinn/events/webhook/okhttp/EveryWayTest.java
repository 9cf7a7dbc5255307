package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.testing.http.WireServer;

import okhttp3.Dns;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** What is sent, and what a failure says, is the same however the connection is treated. */
// A client that waits for what never comes would wait for an hour.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryWayTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(10);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
    private static final String CHUNKED = "Transfer-Encoding: Chunked\r\n\r\n";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String NO = "HTTP/1.1 503 No\r\nContent-Type: " + PLAIN + "\r\n";

    private final AtomicLong nanos = new AtomicLong();
    private final WireServer receiver = new WireServer(WireServer.sayingAndWaiting(OK));
    private final OkHttpWebhook webhook =
            new OkHttpWebhook(
                    new AddressRule(true), Dns.SYSTEM, UnaryOperator.identity(), nanos::get);

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void theHeadersAndTheBodyAreSentAsTheyAre(Manner manner) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-signature", "v1,a+/= v1a,b");
        headers.put("webhook-id", "7~!\"#");
        headers.put("altinn-subscription", "7");
        String body = "{ \"id\":\"blåbær 🫐\",\r\n\"data\":1e400, \"x\":\"<>&\"}";
        prepare(manner);

        webhook.post(new WebhookRequest(receiver.uri("/in"), body, headers), LONG);

        assertThat(lastHead().lines().filter(line -> line.matches("(webhook|altinn)-.*")))
                .containsExactly(
                        "webhook-signature: v1,a+/= v1a,b",
                        "webhook-id: 7~!\"#",
                        "altinn-subscription: 7");
        assertThat(lastHead())
                .contains("\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        // OkHttp, which makes the other connections' requests, says the host last.
        assertThat(lastHead().lines().toList().get(1).startsWith("Host: "))
                .isEqualTo(manner == Manner.KEPT);
        assertThat(lastHead().contains("\r\nConnection: close\r\n"))
                .isEqualTo(manner == Manner.ONCE);
        assertThat(receiver.bodies().get(receiver.requests() - 1)).isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aSuccessTellsItsRateAndNothingElse(Manner manner) {
        String head =
                "HTTP/1.1 200 OK\r\nwebhook-allowed-rate:  120 \r\nRetry-After: 5\r\nContent-"
                        + "Type: text/plain\r\n";

        assertThat(answer(manner, head + "Content-Length: 4\r\n\r\nfine"))
                .isEqualTo(WebhookReply.answered(200).withAllowedRate("120"));
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aFailureTellsWhenToComeAgain(Manner manner) {
        for (String after :
                List.of("0", "120", "99999999999", "Fri, 31 Dec 1999 23:59:59 GMT", "soon")) {
            WebhookReply reply =
                    answer(
                            manner,
                            NO + "Retry-After: " + after + "\r\nContent-Length: 2\r\n\r\nno");

            assertThat(reply)
                    .isEqualTo(
                            WebhookReply.answered(503)
                                    .withRetryAfter(after)
                                    .withExcerpt(new Excerpt(PLAIN, "no", false)));
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void theLastOfTwoHeadersCounts(Manner manner) {
        String head = NO + "Retry-After: 1\r\nRetry-After: 2\r\nWebHook-Allowed-Rate: *\r\n";

        assertThat(answer(manner, head + "Content-Length: 2\r\n\r\nno"))
                .extracting(WebhookReply::retryAfter, WebhookReply::allowedRate)
                .containsExactly("2", "*");
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aRedirectSaysThatItIsNotFollowed(Manner manner) {
        WebhookReply reply =
                answer(
                        manner,
                        "HTTP/1.1 308 Moved\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");

        assertThat(reply).isEqualTo(WebhookReply.answered(308));
        assertThat(reply.reason()).isEqualTo("redirect, not followed");
        assertThat(reply.errorKind()).contains(ErrorKind.STATUS);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aFailureWithoutABodySaysNothing(Manner manner) {
        assertThat(answer(manner, "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(WebhookReply.answered(500));
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aBodyEndsWhereItsHeadSaysThoughTheConnectionStaysOpen(Manner manner) {
        for (String rest :
                List.of(
                        "Content-Length: 5\r\n\r\nd\u00c3\u00b8dt",
                        "Content-Length: 5\r\nConnection: close\r\n\r\nd\u00c3\u00b8dt",
                        "Content-Length: 5\r\n\r\nd\u00c3\u00b8dtHTTP/1.1 200 OK\r\n\r\n",
                        CHUNKED + "2\r\nd\u00c3\r\n3;x=y\r\n\u00b8dt\r\n0\r\n\r\n",
                        CHUNKED + "0005\r\nd\u00c3\u00b8dt\r\n0\r\nA: b\r\n\r\n")) {
            assertExcerpt(answer(manner, NO + rest), "dødt", false);
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aBodyMayEndWithTheConnection(Manner manner) {
        prepare(manner);
        receiver.behave(WireServer.saying(NO + "\r\nout of order"));

        assertExcerpt(post(), "out of order", false);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aBodyThatBreaksOffIsTruncated(Manner manner) {
        for (String rest :
                List.of(
                        "Content-Length: 100\r\n\r\nout of \u00c3",
                        CHUNKED + "64\r\nout of ",
                        CHUNKED + "7\r\nout of \r\n",
                        CHUNKED + "7\r\nout of \r\nzz\r\n")) {
            prepare(manner);
            receiver.behave(WireServer.saying(NO + rest));

            assertExcerpt(post(), "out of ", true);
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aBodyThatStopsHalfwayIsNotWaitedForLong(Manner manner) {
        assertExcerpt(answer(manner, NO + "Content-Length: 100\r\n\r\nout of"), "out of", true);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aBodyThatComesInPiecesIsOneText(Manner manner) {
        prepare(manner);
        receiver.behave(
                socket -> {
                    String answer = NO + "Content-Length: 6\r\n\r\nbl\u00c3\u00a5nn";
                    for (int i = 0; i < answer.length(); i++) {
                        WireServer.say(socket, answer.substring(i, i + 1));
                    }
                    return true;
                });

        assertExcerpt(post(), "blånn", false);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aLongBodyIsCut(Manner manner) {
        for (int length : new int[] {1_025, Excerpt.LOOKED_AT + 1, 64 * 1024, 100_000}) {
            String body = "x".repeat(length);
            String chunk = Integer.toHexString(length) + "\r\n" + body + "\r\n0\r\n\r\n";

            assertExcerpt(
                    answer(manner, NO + "Content-Length: " + length + "\r\n\r\n" + body),
                    "x".repeat(1_024),
                    true);
            assertExcerpt(answer(manner, NO + CHUNKED + chunk), "x".repeat(1_024), true);
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aTextInLatinLettersIsReadAsSuch(Manner manner) {
        String type = "text/plain; charset=ISO-8859-1";
        String head = "HTTP/1.1 400 No\r\nContent-Type: " + type + "\r\n";

        assertThat(answer(manner, head + "Content-Length: 2\r\n\r\n\u00e5\u00f8").excerpt())
                .contains(new Excerpt(type, "åø", false));
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aBodyThatIsNoTextIsNotKept(Manner manner) {
        String head = "HTTP/1.1 400 No\r\nContent-Length: 4\r\n";

        assertThat(answer(manner, head + "\r\ntext").excerpt())
                .contains(new Excerpt("", "", false));
        assertThat(answer(manner, head + "Content-Type: image/png\r\n\r\n\u0089PNG").excerpt())
                .contains(new Excerpt("image/png", "", false));
        assertThat(
                        answer(
                                        manner,
                                        head
                                                + "Content-Type: text/plain\r\n"
                                                + "Content-Encoding: gzip\r\n\r\n\u001f\u008b\b\0")
                                .excerpt())
                .contains(new Excerpt("text/plain", "", false));
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void numbersAndControlCharactersAreNotKept(Manner manner) {
        assertExcerpt(
                answer(manner, NO + "Content-Length: 18\r\n\r\nno 01010112345\r\n\u001b["),
                "no ***********\uFFFD\n\uFFFD[",
                false);
    }

    private WebhookReply answer(Manner manner, String answer) {
        prepare(manner);
        receiver.behave(WireServer.sayingAndWaiting(answer));
        return post();
    }

    private static void assertExcerpt(WebhookReply reply, String text, boolean truncated) {
        assertThat(reply)
                .isEqualTo(
                        WebhookReply.answered(503)
                                .withExcerpt(new Excerpt(PLAIN, text, truncated)));
    }

    /** Has the next call's connection treated so, and no other. */
    private void prepare(Manner manner) {
        receiver.behave(WireServer.sayingAndWaiting(OK));
        // What was found out is forgotten by then.
        nanos.addAndGet(Origin.BELIEF.toNanos());
        if (manner == Manner.ONCE) {
            return;
        }
        post();
        nanos.addAndGet(SOON.toNanos());
        if (manner == Manner.TRIAL) {
            return;
        }
        post();
        nanos.addAndGet(Origin.HOLD.toNanos());
        post();
        nanos.addAndGet(SOON.toNanos());
    }

    private String lastHead() {
        return receiver.heads().get(receiver.requests() - 1);
    }

    private WebhookReply post() {
        return webhook.post(WebhookRequest.of(receiver.uri("/in"), "{}"), LONG);
    }
}
