package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.testing.http.WireServer;

import okhttp3.Dns;
import okhttp3.OkHttpClient;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import javax.net.ServerSocketFactory;

/** Connections are kept for receivers that hold them, and no attempt pays for that. */
abstract class KeptConnectionsContract {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofMillis(10);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
    private static final String FAILED = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final WireServer receiver;
    private final OkHttpWebhook webhook;
    private final String scheme;

    /**
     * The rules over connections of one kind.
     *
     * @param sockets those of the receiver
     * @param trust sets which certificates the platform trusts
     */
    KeptConnectionsContract(
            String scheme, ServerSocketFactory sockets, UnaryOperator<OkHttpClient.Builder> trust) {
        this.scheme = scheme;
        this.receiver = new WireServer(sockets, WireServer.saying(""));
        this.webhook = new OkHttpWebhook(new AddressRule(true), Dns.SYSTEM, trust, nanos::get);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aReceiverThatHoldsAConnectionGetsManyEventsOverIt() {
        holdsConnections();
        int connections = connections();

        assertThat(List.of(post(), post(), post())).containsOnly(WebhookReply.answered(200));
        assertThat(connections()).isEqualTo(connections);
        assertThat(lastHead()).doesNotContainIgnoringCase("connection: close");
    }

    @Test
    void aReceiverThatIsCalledSeldomGetsAConnectionForEachEvent() {
        behave(WireServer.sayingAndWaiting(OK));
        for (int i = 0; i < 4; i++) {
            post();
            pass(KeptConnection.MOST_IDLE);
        }

        assertThat(connections()).isEqualTo(4);
        assertThat(receiver.heads()).allMatch(head -> head.contains("Connection: close"));
    }

    @Test
    void aReceiverThatClosesEachConnectionWithoutSayingSoFailsNoAttempt() {
        behave(WireServer.saying(OK));
        tryReceiver();
        awaitClosed();
        pass(Origin.HOLD);

        for (int i = 0; i < 5; i++) {
            assertThat(post()).isEqualTo(WebhookReply.answered(200));
        }
        assertThat(lastHead()).contains("Connection: close");
    }

    @Test
    void aConnectionThatWasClosedWhileIdleFailsNoAttempt() throws IOException {
        holdsConnections();
        for (Socket socket : sockets) {
            socket.close();
        }

        assertThat(post()).isEqualTo(WebhookReply.answered(200));
    }

    @Test
    void aConnectionThatWasIdleForHalfASecondIsNotUsedAgain() {
        holdsConnections();
        int connections = connections();
        pass(KeptConnection.MOST_IDLE);

        assertThat(post()).isEqualTo(WebhookReply.answered(200));
        assertThat(connections()).isEqualTo(connections + 1);
    }

    @Test
    void aConnectionIsUsedForAMinuteAtMost() {
        holdsConnections();
        int connections = connections();
        for (int i = 0; i < 4; i++) {
            pass(KeptConnection.OLDEST.dividedBy(2));
            post();
        }

        assertThat(connections()).isGreaterThan(connections);
    }

    /** What a receiver says unasked is no answer to the next event. */
    @Test
    void bytesBehindAnAnswerAreNotTheNextEventsAnswer() {
        holdsConnections();
        behave(WireServer.sayingAndWaiting(OK + OK));
        post();
        behave(WireServer.sayingAndWaiting(FAILED));

        assertThat(post()).isEqualTo(WebhookReply.answered(500));
    }

    @Test
    void bytesThatComeLaterAreNotTheNextEventsAnswer() throws IOException {
        holdsConnections();
        WireServer.say(sockets.get(sockets.size() - 1), OK);
        behave(WireServer.sayingAndWaiting(FAILED));

        assertThat(post()).isEqualTo(WebhookReply.answered(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: keep-alive, close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxy",
                "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\nxy",
                "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nxy",
                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: +0\r\n\r\n"
            })
    void aConnectionWithADoubtfulAnswerIsNotUsedAgain(String answer) {
        holdsConnections();
        behave(WireServer.sayingAndWaiting(answer));
        assertThat(post().succeeded()).isTrue();
        int connections = connections();
        behave(WireServer.sayingAndWaiting(FAILED));

        assertThat(post()).isEqualTo(WebhookReply.answered(500));
        assertThat(connections()).isEqualTo(connections + 1);
    }

    @Test
    void aConnectionWithADoubtfulFailureIsNotUsedAgain() {
        for (String rest :
                List.of(
                        "Content-Length: 2\r\n\r\nnoHTTP/1.1 200 OK\r\n\r\n",
                        "Content-Length: 2\r\nConnection: close\r\n\r\nno",
                        "Content-Length: 2\r\nContent-Length: 2\r\n\r\nno",
                        "Transfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n")) {
            pass(Origin.BELIEF);
            holdsConnections();
            behave(WireServer.sayingAndWaiting("HTTP/1.1 503 No\r\n" + rest));
            assertThat(post().status()).isEqualTo(503);
            int connections = connections();
            behave(WireServer.sayingAndWaiting(OK));

            assertThat(post()).isEqualTo(WebhookReply.answered(200));
            assertThat(connections()).isEqualTo(connections + 1);
        }
    }

    /** A receiver that fails is called again, and is not to pay for what it says. */
    @Test
    void aFailureWhoseBodyIsPlainLeavesAConnectionToUse() {
        for (int length : new int[] {0, 2, 1_025, 9_000, 64 * 1024}) {
            pass(Origin.BELIEF);
            holdsConnections();
            behave(
                    WireServer.sayingAndWaiting(
                            "HTTP/1.1 503 No\r\nContent-Type: text/plain\r\nContent-Length: "
                                    + length
                                    + "\r\n\r\n"
                                    + "x".repeat(length)));
            int connections = connections();

            assertThat(List.of(post(), post()))
                    .allMatch(reply -> reply.excerpt().isPresent() && reply.status() == 503);
            assertThat(connections()).isEqualTo(connections);
        }
    }

    @Test
    void anAnswerThatNeedsNoBodyLeavesAConnectionToUse() {
        holdsConnections();
        behave(WireServer.sayingAndWaiting("HTTP/1.1 204 No Content\r\n\r\n"));
        int connections = connections();

        assertThat(List.of(post(), post())).containsOnly(WebhookReply.answered(204));
        assertThat(connections()).isEqualTo(connections);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 408 Any\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 Any\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 421 Any\r\nContent-Length: 0\r\n\r\n"
            })
    void noAnswerOnAKeptConnectionMakesTheClientAskAgain(String answer) {
        holdsConnections();
        int requests = receiver.requests();
        behave(WireServer.sayingAndWaiting(answer));

        assertThat(post().status()).isGreaterThanOrEqualTo(400);
        assertThat(receiver.requests()).isEqualTo(requests + 1);
    }

    @Test
    void aReceiverThatBreaksAKeptConnectionGetsOneRequestAndConnectionsOfTheirOwnThen() {
        holdsConnections();
        int requests = receiver.requests();
        behave(WireServer.resettingAfter(""));
        assertThat(post().status()).isZero();
        assertThat(receiver.requests()).isEqualTo(requests + 1);
        behave(WireServer.sayingAndWaiting(OK));

        for (int i = 0; i < 200; i++) {
            pass(SOON.multipliedBy(40));
            assertThat(post()).isEqualTo(WebhookReply.answered(200));
            assertThat(lastHead()).contains("Connection: close");
        }
    }

    @Test
    void aRequestOverAKeptConnectionSaysWhatEveryRequestSays() {
        holdsConnections();
        post();

        List<String> heads = receiver.heads();
        assertThat(lines(heads.get(heads.size() - 1)))
                .containsExactlyInAnyOrderElementsOf(lines(heads.get(heads.size() - 2)));
    }

    private static List<String> lines(String head) {
        return head.lines().map(line -> line.replace("Keep-Alive", "keep-alive")).toList();
    }

    @Test
    void aReceiverThatDoesNotAnswerOverAKeptConnectionIsNotWaitedForLonger() {
        holdsConnections();
        behave(WireServer.sayingAndWaiting("HTTP/1.1 100 Continue\r\n\r\n"));

        WebhookReply reply =
                webhook.post(WebhookRequest.of(endPoint(), "{}"), Duration.ofMillis(200));

        assertThat(reply.status()).isZero();
        assertThat(reply.errorKind()).contains(ErrorKind.TIMEOUT);
        assertThat(reply.reason()).startsWith("timed out: no answer within");
    }

    @Test
    void aConnectionThatBreaksWithoutAnAnswerIsAFailureThatSaysSo() {
        for (WireServer.Behaviour end :
                List.of(
                        WireServer.saying(""),
                        WireServer.resettingAfter(""),
                        WireServer.saying("HTTP/1.1 200 OK\r\n"))) {
            pass(Origin.BELIEF);
            holdsConnections();
            behave(end);

            WebhookReply reply = post();

            assertThat(reply.errorKind()).contains(ErrorKind.CUT);
            assertThat(reply.reason()).startsWith("connection broken: ");
        }
    }

    @Test
    void anAnswerOverAKeptConnectionThatIsNoHttpIsAFailureThatSaysSo() {
        holdsConnections();
        behave(WireServer.sayingAndWaiting("220 mail.example\r\n\r\n"));

        WebhookReply reply = post();

        assertThat(reply.errorKind()).contains(ErrorKind.CUT);
        assertThat(reply.reason()).startsWith("no HTTP: ");
    }

    @Test
    void aBodyThatStopsHalfwayIsNotWaitedForLong() {
        holdsConnections();
        behave(WireServer.sayingAndWaiting("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nand"));

        assertThat(post()).isEqualTo(WebhookReply.answered(200));
    }

    private void holdsConnections() {
        behave(WireServer.sayingAndWaiting(OK));
        tryReceiver();
        pass(Origin.HOLD);
        post();
        pass(SOON);
        assertThat(lastHead()).doesNotContain("Connection: close");
    }

    /** Calls so often that a connection is left to the receiver. */
    private void tryReceiver() {
        post();
        pass(SOON);
        post();
        assertThat(lastHead()).doesNotContain("Connection: close");
    }

    private void awaitClosed() {
        Awaitility.await().until(() -> sockets.stream().allMatch(Socket::isClosed));
    }

    private void behave(WireServer.Behaviour behaviour) {
        receiver.behave(
                socket -> {
                    if (!sockets.contains(socket)) {
                        sockets.add(socket);
                    }
                    return behaviour.apply(socket);
                });
    }

    private int connections() {
        return sockets.size();
    }

    private String lastHead() {
        return receiver.heads().get(receiver.requests() - 1);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private WebhookReply post() {
        return webhook.post(WebhookRequest.of(endPoint(), "{}"), LONG);
    }

    private URI endPoint() {
        return URI.create(scheme + "://127.0.0.1:" + receiver.port() + "/in?a=b%20c");
    }
}
