package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class HttpTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ADDRESS = "https://client.example/events?a=1";

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private static final MediaType EVENT = new MediaType("application/cloudevents+json");

    private final MutableClock clock = MutableClock.at(NOW);
    private final TestTokens tokens = new TestTokens(clock);
    private final Authentication authentication =
            new Authentication(
                    new BearerToken("AltinnStudioRuntime", URI.create("https://platform.example/")),
                    AcceptedTokens.validator(tokens),
                    new PlatformAccessTokenValidator(
                            issuer ->
                                    Optional.of(
                                            TestCertificates.selfSigned(
                                                    tokens.keys(),
                                                    NOW.minus(Duration.ofDays(1)),
                                                    NOW.plus(Duration.ofDays(1)))),
                            clock),
                    new TokenAdvice(URI.create("https://platform.example/"), clock));
    private final Http http =
            new Http(
                    authentication,
                    e ->
                            e instanceof UnsupportedOperationException
                                    ? Optional.of(Problem.of(503, "away"))
                                    : Optional.empty(),
                    TELEMETRY.getOpenTelemetry().getTracer("test"),
                    clock);

    @Test
    void anAnswerIsRenderedAsItIs() {
        HttpResponseMessage response =
                http.answer(
                        FakeMessage.get(ADDRESS),
                        exchange -> Answer.of(201, EVENT, "[]").with("next", "n"));

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getHeader("Content-Type")).isEqualTo(EVENT.name());
        assertThat(response.getHeader("next")).isEqualTo("n");
        assertThat(response.getBody()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void noBrowserGuessesWhatAnAnswerIs(int status) {
        HttpResponseMessage response =
                http.answer(FakeMessage.get(ADDRESS), exchange -> Answer.text(status, "<p>"));

        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aRequestIsASpanBelowTheCallersOne() {
        String caller = "0af7651916cd43dd8448eb211c80319c";

        http.answer(
                FakeMessage.get(ADDRESS)
                        .with("traceparent", "00-" + caller + "-b7ad6b7169203331-01"),
                exchange -> {
                    throw new UnsupportedOperationException();
                });

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(
                        span -> {
                            assertThat(span.getTraceId()).isEqualTo(caller);
                            assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
                            assertThat(span.getStatus().getStatusCode())
                                    .isEqualTo(StatusCode.ERROR);
                        });
    }

    @Test
    void theHandlerSeesTheRequestAsItCame() {
        http.answer(
                FakeMessage.post(ADDRESS, "body").with("x-test", "1"),
                exchange -> {
                    assertThat(exchange.request().method()).isEqualTo("POST");
                    assertThat(exchange.request().uri()).hasToString(ADDRESS);
                    assertThat(exchange.request().header("X-TEST")).contains("1");
                    assertThat(exchange.body()).isEqualTo("body");
                    return Answer.empty(200);
                });
    }

    @Test
    void aProblemIsItsAnswer() {
        HttpResponseMessage response = answer(FakeMessage.get(ADDRESS), Problem.text(400, "why"));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getBody()).isEqualTo("why");
    }

    @Test
    void whatTheAppCanTellIsToldInItsWords() {
        HttpResponseMessage response =
                answer(FakeMessage.get(ADDRESS), new UnsupportedOperationException("inner"));

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(response.getBody().toString()).contains("away").doesNotContain("inner");
    }

    @Test
    void anythingElseIsToldWithoutInnerDetail() {
        HttpResponseMessage response =
                answer(FakeMessage.get(ADDRESS), new IllegalStateException("inner"));

        assertThat(response.getStatusCode()).isEqualTo(500);
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.getBody().toString())
                .contains("An unexpected error occurred.")
                .doesNotContain("inner");
    }

    @Test
    void aMalformedAddressIsTheClientsFault() {
        assertThat(
                        http.answer(FakeMessage.get("https://h/a b"), exchange -> Answer.empty(200))
                                .getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void aBearerTokenTellsTheCaller() {
        String jwt = tokens.bearer(claims -> claims.put("urn:altinn:org", "ttd"));

        assertThat(
                        http.answer(
                                        FakeMessage.get(ADDRESS)
                                                .with("authorization", "Bearer " + jwt),
                                        exchange ->
                                                Answer.text(
                                                        200, exchange.bearer().org().orElse("")))
                                .getBody())
                .isEqualTo("ttd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer nonsense"})
    void withoutAGoodBearerTokenItIs401WithoutABody(String authorization) {
        FakeMessage request =
                authorization.isEmpty()
                        ? FakeMessage.get(ADDRESS)
                        : FakeMessage.get(ADDRESS).with("Authorization", authorization);
        HttpResponseMessage response =
                http.answer(request, exchange -> Answer.text(200, exchange.bearer().toString()));

        assertThat(response.getStatusCode()).isEqualTo(401);
        assertThat(response.getBody()).isEqualTo("");
    }

    @Test
    void withoutATokenTheChallengeNamesNoError() {
        HttpResponseMessage response =
                http.answer(FakeMessage.get(ADDRESS), e -> Answer.text(200, e.bearer().toString()));

        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aRefusedTokenIsChallengedWithAnError() {
        HttpResponseMessage response =
                http.answer(
                        FakeMessage.get(ADDRESS).with("authorization", "Bearer x"),
                        e -> Answer.text(200, e.bearer().toString()));

        assertThat(response.getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @CsvSource({"'', lacks the scope 's:a'", "a.b, no signed JWT"})
    void aMissingScopeIsNamedWhereAPlatformAccessTokenWouldDoToo(String access, String told) {
        FakeMessage bearer =
                FakeMessage.get(ADDRESS)
                        .with("authorization", "Bearer " + tokens.bearer(claims -> {}))
                        .with("accept", "application/problem+json");
        FakeMessage sent = access.isEmpty() ? bearer : bearer.with("platformaccesstoken", access);
        HttpResponseMessage response =
                http.answer(
                        sent,
                        exchange -> {
                            exchange.requireScopeOrPlatformAccess("s:a");
                            return Answer.empty(200);
                        });

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(response.getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"s:a\"");
        assertThat(Json.parse(response.getBody().toString()).path("detail").asText())
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource({"true, platform, 200", "false, platform, 200", "true, ttd, 403", "false, ttd, 401"})
    void aPlatformAccessTokenIsOneOfThoseAccepted(boolean bearer, String issuer, int status) {
        FakeMessage request =
                FakeMessage.get(ADDRESS)
                        .with("PlatformAccessToken", tokens.platformAccessToken(issuer, "events"));
        FakeMessage sent =
                bearer
                        ? request.with("Authorization", "Bearer " + tokens.bearer(claims -> {}))
                        : request;

        assertThat(
                        http.answer(
                                        sent,
                                        exchange -> {
                                            exchange.platformAccess(Set.of("platform"));
                                            return Answer.empty(200);
                                        })
                                .getStatusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"true, 200", "false, 401"})
    void onlyWithABearerTokenIsAnyIssuersPlatformAccessTokenLookedAt(boolean bearer, int status) {
        FakeMessage request =
                FakeMessage.get(ADDRESS)
                        .with("PlatformAccessToken", tokens.platformAccessToken("ttd", "app"));
        FakeMessage sent =
                bearer
                        ? request.with("Authorization", "Bearer " + tokens.bearer(claims -> {}))
                        : request;

        assertThat(
                        http.answer(
                                        sent,
                                        exchange -> {
                                            exchange.platformAccess();
                                            return Answer.empty(200);
                                        })
                                .getStatusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "application/cloudevents+json, 200",
        "Application/CloudEvents+JSON; charset=utf-8, 200",
        "application/json, 415",
        "application/cloudevents+json; charset=latin1, 415",
        "nonsense, 415"
    })
    void theContentTypeIsOneOfThoseAccepted(String contentType, int status) {
        HttpResponseMessage response =
                http.answer(
                        FakeMessage.post(ADDRESS, "{}").with("Content-Type", contentType),
                        exchange -> {
                            exchange.contentType(EVENT);
                            return Answer.empty(200);
                        });

        assertThat(response.getStatusCode()).isEqualTo(status);
    }

    @Test
    void aMissingContentTypeIsNone() {
        assertThat(
                        http.answer(
                                        FakeMessage.post(ADDRESS, "{}"),
                                        exchange -> {
                                            exchange.contentType(EVENT, MediaType.JSON);
                                            return Answer.empty(200);
                                        })
                                .getBody()
                                .toString())
                .contains("application/cloudevents+json or application/json");
    }

    @Test
    void aBodyHoldsAMebibyteAndNoMore() {
        assertThat(body("x".repeat(1 << 20))).isEqualTo(200);
        assertThat(body("x".repeat((1 << 20) + 1))).isEqualTo(413);
        assertThat(body("å".repeat(1 << 19))).isEqualTo(200);
        assertThat(body("å".repeat(1 << 19) + "x")).isEqualTo(413);
    }

    @Test
    void bytesThatWereNoTextAreRefused() {
        assertThat(body("{\"a\":\"\uFFFD\"}")).isEqualTo(400);
    }

    @Test
    void howToWriteTheCharacterThatStandsForSuchBytesIsTold() {
        HttpResponseMessage response =
                http.answer(
                        FakeMessage.post(ADDRESS, "{\"a\":\"\uFFFD\"}"),
                        exchange -> Answer.text(200, exchange.body()));

        assertThat(Json.parse(response.getBody().toString()).at("/errors/RequestBody/0").asText())
                .contains("UTF-8", "\\ufffd");
        assertThat(body("{\"a\":\"\\ufffd\"}")).isEqualTo(200);
    }

    @Test
    void jsonIsReadWithoutItsByteOrderMark() {
        FakeMessage request = FakeMessage.post(ADDRESS, "\uFEFF{}");

        assertThat(http.answer(request, e -> Answer.text(200, e.json())).getBody()).isEqualTo("{}");
        assertThat(http.answer(request, e -> Answer.text(200, e.body())).getBody())
                .isEqualTo("\uFEFF{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip"})
    void aBodyInAContentCodingIsNotRead(String coding) {
        FakeMessage request =
                FakeMessage.post(ADDRESS, "{}")
                        .with("content-type", EVENT.name())
                        .with("content-encoding", coding);
        for (Handler handler :
                List.<Handler>of(
                        exchange -> Answer.text(200, exchange.body()),
                        exchange -> Answer.text(200, exchange.json()),
                        exchange -> Answer.of(200, exchange.contentType(EVENT), ""))) {
            HttpResponseMessage response = http.answer(request, handler);

            assertThat(response.getStatusCode()).isEqualTo(415);
            assertThat(response.getHeader("Accept-Encoding")).isEqualTo("identity");
            assertThat(response.getBody().toString()).contains("Content-Encoding");
        }
    }

    @Test
    void identityIsNoCoding() {
        FakeMessage request = FakeMessage.post(ADDRESS, "{}").with("content-encoding", "identity");

        assertThat(http.answer(request, e -> Answer.text(200, e.body())).getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "chunked, '', 411",
        "'gzip, Chunked', '', 411",
        "chunked, {}, 200",
        "gzip, '', 200"
    })
    void aBodyThatWasLostOnItsWayIsTold(String codings, String body, int status) {
        assertThat(
                        http.answer(
                                        FakeMessage.post(ADDRESS, body)
                                                .with("transfer-encoding", codings),
                                        exchange -> Answer.text(200, exchange.body()))
                                .getStatusCode())
                .isEqualTo(status);
    }

    private int body(String body) {
        return http.answer(
                        FakeMessage.post(ADDRESS, body),
                        exchange -> Answer.text(200, exchange.body()))
                .getStatusCode();
    }

    private HttpResponseMessage answer(FakeMessage request, RuntimeException thrown) {
        return http.answer(
                request,
                exchange -> {
                    throw thrown;
                });
    }
}
