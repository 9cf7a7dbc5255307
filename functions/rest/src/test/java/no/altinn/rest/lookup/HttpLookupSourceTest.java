package no.altinn.rest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.OutboundLimits;
import no.altinn.rest.outside.OutsideBusy;
import no.altinn.rest.outside.OutsideFailed;
import no.altinn.rest.source.SourceAnswer;
import no.altinn.testing.http.WireServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class HttpLookupSourceTest {
    private final WireServer server = new WireServer(WireServer.saying(""));
    private final HttpLookupSource source = new HttpLookupSource(new AddressRule(true));

    @AfterEach
    void stop() {
        server.close();
    }

    private static String answer(String statusAndHeaders, String body) {
        return "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(statusAndHeaders, body.length(), body);
    }

    private SourceAnswer ask() {
        return source.ask(server.uri("/kilde?queryOptions=a%20b"));
    }

    private static void assertFails(String message, Runnable asking) {
        assertThatExceptionOfType(OutsideFailed.class).isThrownBy(asking::run).withMessage(message);
    }

    @Test
    void bodyAndTypeAreAsTheyCame() {
        server.behave(
                WireServer.saying(
                        answer("200 OK\r\nContent-Type: text/csv; charset=iso-8859-1", "\u00e5")));

        SourceAnswer answer = ask();

        assertThat(answer.mediaType()).isEqualTo("text/csv; charset=iso-8859-1");
        assertThat(answer.body()).containsExactly(0xe5);
        assertThat(server.heads().get(0)).startsWith("GET /kilde?queryOptions=a%20b HTTP/1.1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK",
                "200 OK\r\nContent-Type: none",
                "200 OK\r\nContent-Type: text/html; a=\"\u00e5\"",
                "200 OK\r\nContent-Type: text/html, text/plain"
            })
    void aTypeThatIsNoneStandsForBytes(String head) {
        server.behave(WireServer.saying(answer(head, "x")));

        assertThat(ask().mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void anAnswerOfOneMebibyteIsTheLongest() {
        server.behave(WireServer.saying(answer("200 OK", "x".repeat(1 << 20))));
        assertThat(ask().body()).hasSize(1 << 20);

        server.behave(WireServer.saying(answer("200 OK", "x".repeat((1 << 20) + 1))));
        assertFails("The source of the lookup answered too much", this::ask);
    }

    @ParameterizedTest
    @CsvSource({"302", "400", "404", "500", "503"})
    void anErrorIsToldWithItsStatusAlone(int status) {
        server.behave(WireServer.saying(answer(status + " X\r\nLocation: /hemmelig", "hemmelig")));

        assertFails("The source of the lookup answered with the status " + status, this::ask);
    }

    @Test
    void nobodyThereIsAway() {
        server.behave(WireServer.saying(""));

        assertFails("The source of the lookup is away", this::ask);
    }

    @Test
    void anAnswerThatTakesTooLongIsNotAwaited() {
        server.behave(WireServer.sayingAndWaiting("HTTP/1.1 200 OK\r\n"));
        HttpLookupSource hasty =
                new HttpLookupSource(
                        new AddressRule(true),
                        new OutboundLimits(
                                Duration.ofSeconds(5), Duration.ofMillis(300), 1_000, 1, 1));

        assertFails(
                "The source of the lookup did not answer in time",
                () -> hasty.ask(server.uri("/")));
    }

    @Test
    void addressesWithinAreNotAsked() {
        HttpLookupSource guarded = new HttpLookupSource(new AddressRule(false));

        assertFails(
                "The source of the lookup is at an address that is not called",
                () -> guarded.ask(URI.create("https://127.0.0.1:" + server.port() + "/")));
        assertFails(
                "The source of the lookup is at an address that is not called",
                () -> guarded.ask(server.uri("/")));
        assertThat(server.requests()).isZero();
    }

    @Test
    void oneSourceIsAskedByEightAtOnceAndLeavesPlacesToOthers() throws InterruptedException {
        CountDownLatch come = new CountDownLatch(8);
        CountDownLatch go = new CountDownLatch(1);
        server.behave(
                socket -> {
                    come.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    WireServer.say(socket, answer("200 OK", ""));
                    return false;
                });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CompletableFuture<?>[] asking =
                IntStream.range(0, 8)
                        .mapToObj(one -> CompletableFuture.supplyAsync(this::ask, threads))
                        .toArray(CompletableFuture[]::new);
        come.await();

        try (WireServer other = new WireServer(WireServer.saying(answer("200 OK", "")))) {
            assertThatExceptionOfType(OutsideBusy.class)
                    .isThrownBy(this::ask)
                    .withMessage(
                            "The source of the lookup is asked too much at this moment, please try"
                                    + " again");
            assertThat(source.ask(other.uri("/")).body()).isEmpty();
        } finally {
            go.countDown();
        }
        CompletableFuture.allOf(asking).join();
        threads.shutdown();

        assertThat(ask().body()).isEmpty();
    }
}
