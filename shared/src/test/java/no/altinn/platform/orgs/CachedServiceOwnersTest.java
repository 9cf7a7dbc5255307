package no.altinn.platform.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.client.QuickHttp;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class CachedServiceOwnersTest {
    private static final String SKD = "974761076";

    private final LoopbackServer server = new LoopbackServer();
    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final CachedServiceOwners owners =
            new CachedServiceOwners(
                    new HttpServiceOwnerList(QuickHttp.create(), server.uri("/orgs.json")), clock);

    @AfterEach
    void stop() {
        server.close();
    }

    private void answerList(String code) {
        server.answer(200, "{\"orgs\":{\"%s\":{\"orgnr\":\"974761076\"}}}".formatted(code));
    }

    private void unavailable() {
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> owners.codeOf(SKD));
    }

    @Test
    void theListIsFetchedWhenItIsFirstAskedForAndKeptForAnHour() {
        assertThat(server.requests()).isZero();
        answerList("skd");
        answerList("new");

        assertThat(owners.codeOf(SKD)).contains("skd");
        clock.advance(Duration.ofMinutes(60).minusSeconds(1));
        assertThat(owners.codeOf(SKD)).contains("skd");
        assertThat(owners.codeOf("310000001")).isEmpty();
        assertThat(server.requests()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(owners.codeOf(SKD)).contains("new");
        assertThat(server.take().getRequestLine()).isEqualTo("GET /orgs.json HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({"404,''", "200,{}", "200,<html>", "302,''"})
    void theLastGoodListStaysWhenThereIsNoNewOne(int status, String body) {
        answerList("skd");
        assertThat(owners.codeOf(SKD)).contains("skd");
        clock.advance(Duration.ofHours(2));
        server.answer(status, body);
        answerList("new");

        assertThat(owners.codeOf(SKD)).contains("skd");
        clock.advance(Duration.ofSeconds(59));
        assertThat(owners.codeOf(SKD)).contains("skd");
        clock.advance(Duration.ofSeconds(1));
        assertThat(owners.codeOf(SKD)).contains("new");
    }

    @Test
    void aListThatIsForgottenIsFetchedAgain() {
        answerList("skd");
        assertThat(owners.codeOf(SKD)).contains("skd");
        answerList("new");

        owners.forget();

        assertThat(owners.codeOf(SKD)).contains("new");
    }

    @Test
    void withoutAnyListNothingIsToldUntilThereIsOne() {
        server.answer(404, "");
        answerList("skd");

        unavailable();
        clock.advance(Duration.ofSeconds(4));
        unavailable();
        assertThat(server.requests()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(owners.codeOf(SKD)).contains("skd");
    }

    @Test
    void aListWithoutEndIsNotRead() {
        server.answer(200, "{\"orgs\":{\"x\":\"" + "y".repeat(1 << 20) + "\"}}");

        unavailable();
    }

    @Test
    void manyWhoAskAtOnceCauseOneFetch() throws InterruptedException, ExecutionException {
        answerList("skd");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> ask = () -> owners.codeOf(SKD).orElse("");
            for (Future<String> found : threads.invokeAll(Collections.nCopies(32, ask))) {
                assertThat(found.get()).isEqualTo("skd");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(server.requests()).isEqualTo(1);
    }
}
