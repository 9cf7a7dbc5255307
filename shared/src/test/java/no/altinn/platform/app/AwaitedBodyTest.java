package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.BodyAwaited;
import no.altinn.platform.http.Problem;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Requests that are looked at before their body has come. */
final class AwaitedBodyTest {
    private final MutableClock clock = MutableClock.at(Instant.parse("2026-01-02T03:04:05Z"));
    private final Http http =
            new Http(
                    new Authentication(
                            new BearerToken("cookie", URI.create("https://platform.example/")),
                            AcceptedTokens.validator(new TestTokens(clock)),
                            new PlatformAccessTokenValidator(issuer -> Optional.empty(), clock),
                            new TokenAdvice(URI.create("https://platform.example/"), clock)),
                    e -> Optional.of(Problem.of(503, "away")),
                    OpenTelemetry.noop().getTracer("test"),
                    clock);

    private static FakeMessage awaited() {
        return FakeMessage.post(
                "https://client.example/events",
                () -> {
                    throw new BodyAwaited();
                });
    }

    @Test
    void whatTheHeadAloneDecidesIsAnswered() {
        int status =
                http.answer(
                                awaited(),
                                exchange -> {
                                    exchange.bearer();
                                    return Answer.text(200, exchange.body());
                                })
                        .getStatusCode();
        assertThat(status).isEqualTo(401);
    }

    @Test
    void whoAsksForTheBodyIsToldThatItHasNotCome() {
        assertThatExceptionOfType(BodyAwaited.class)
                .isThrownBy(
                        () ->
                                http.answer(
                                        awaited().with("Content-Length", "1048576"),
                                        exchange -> Answer.text(200, exchange.body())));
    }

    @ParameterizedTest
    @CsvSource({"1048577", "999999999999999999"})
    void aBodyThatIsAnnouncedAsTooLargeIsNotAwaited(String length) {
        int status =
                http.answer(
                                awaited().with("content-length", length),
                                exchange -> Answer.text(200, exchange.body()))
                        .getStatusCode();
        assertThat(status).isEqualTo(413);
    }

    @Test
    void aLengthThatIsNoneAnnouncesNothing() {
        int status =
                http.answer(
                                FakeMessage.post("https://client.example/events", "x")
                                        .with("content-length", "1e9"),
                                exchange -> Answer.text(200, exchange.body()))
                        .getStatusCode();
        assertThat(status).isEqualTo(200);
    }
}
