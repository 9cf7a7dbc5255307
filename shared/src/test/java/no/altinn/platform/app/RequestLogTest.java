package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Optional;

/** The one line that each request leaves in the log. */
class RequestLogTest {
    private static final URI BASE = URI.create("https://platform.example/");
    private static final FakeMessage REQUEST = FakeMessage.get("https://h.example/events?a=1");

    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final TestTokens tokens = new TestTokens(clock);
    private final CapturedLog log = CapturedLog.of(Http.class);
    private final Http http =
            new Http(
                    new Authentication(
                            new BearerToken("cookie", BASE),
                            AcceptedTokens.validator(tokens),
                            new PlatformAccessTokenValidator(issuer -> Optional.empty(), clock),
                            new TokenAdvice(BASE, clock)),
                    e -> Optional.empty(),
                    OpenTelemetry.noop().getTracer("test"),
                    clock);

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Test
    void aRequestThatIsAnsweredHasNoReason() {
        http.answer(REQUEST, exchange -> Answer.empty(200));

        assertThat(log.lines()).containsExactly("request method=GET status=200 ms=0 path=/events");
    }

    @Test
    void aRefusalHasItsReasonFitForTheLine() {
        http.answer(
                REQUEST,
                exchange -> {
                    throw Problem.empty(403).explained("No \"a\"\nof 01909012345.");
                });

        assertThat(log.lines())
                .containsExactly(
                        "request method=GET status=403 ms=0 path=/events"
                                + " reason=\"No \\u0022a\\u0022\\u000aof ***********.\"");
    }

    @Test
    void aRefusedTokenIsNotInTheLine() {
        String jwt = TestTokens.ofForger(clock).bearer(claims -> {});

        http.answer(
                REQUEST.with("authorization", "Bearer " + jwt),
                exchange -> Answer.text(200, exchange.bearer().toString()));

        assertThat(log.lines())
                .containsExactly(
                        "request method=GET status=401 ms=0 path=/events"
                                + " reason=\"Bearer token: The token's signature is wrong\"");
    }
}
