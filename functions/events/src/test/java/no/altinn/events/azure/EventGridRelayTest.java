package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.fasterxml.jackson.databind.JsonNode;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.events.delivery.OutboundRelayContract;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class EventGridRelayTest extends OutboundRelayContract {
    private static final Instant WHOLE_MINUTE = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<DeliveryNotice> ONE = notices(1);

    private final MutableClock clock = MutableClock.at(WHOLE_MINUTE);
    private EventGridServer topic;

    @BeforeEach
    void listen() throws IOException {
        topic = new EventGridServer();
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Override
    protected OutboundRelay relay() {
        return topic.relay(clock);
    }

    @Override
    protected List<DeliveryNotice> arrived() {
        return topic.notices();
    }

    @Test
    void noticesArePublishedAsABatchOfCloudEvents() {
        relay().send(ONE);

        RecordedRequest request = topic.requests().get(0);
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/api/events?api-version=2018-01-01");
        assertThat(request.getHeaders().values("Content-Type"))
                .containsExactly("application/cloudevents-batch+json; charset=utf-8");
        assertThat(request.getHeaders().get("aeg-sas-key")).isEqualTo(EventGridServer.KEY);
    }

    @Test
    void anEventHoldsIdsAndNothingElse() {
        relay().send(ONE);

        JsonNode event = topic.events().get(0);
        assertThat(event)
                .isEqualTo(
                        Json.parse(
                                """
                                {"id":"delivery-0-1","source":"/events/api/v1",\
                                "data":{"subscriptionId":7,"deliveryId":"delivery-0","attempt":1},\
                                "type":"no.altinn.events.delivery.due",\
                                "time":"2026-01-01T12:00:00.000001Z","specversion":"1.0",\
                                "datacontenttype":"application/json",\
                                "subject":"subscriptions/7"}"""));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1_000, 59_999, 3_600_000})
    void theTimeHasItsSecondsAlsoWhenTheyAreZero(long millis) {
        clock.advance(Duration.ofMillis(millis));

        relay().send(ONE);

        // RFC 3339, section 5.6: seconds are not optional.
        String time = topic.events().get(0).path("time").textValue();
        assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z");
        assertThat(Duration.between(clock.instant(), Instant.parse(time)))
                .isLessThan(Duration.ofMillis(1));
    }

    @Test
    void moreThanAThousandNoticesAreSeveralRequests() {
        List<DeliveryNotice> notices = notices(2_001);

        relay().send(notices);

        assertThat(topic.notices()).containsExactlyElementsOf(notices);
        assertThat(topic.requests())
                .hasSize(3)
                .allSatisfy(
                        request ->
                                assertThat(request.getBodySize()).isLessThanOrEqualTo(1_000_000));
    }

    @Test
    void requestsAreSentSideBySide() {
        topic.sendingOn(CallThreads.named("test", 8));
        topic.answerNoneBefore(3);
        List<DeliveryNotice> notices = notices(2_001);

        relay().send(notices);

        assertThat(topic.notices()).containsExactlyInAnyOrderElementsOf(notices);
    }

    @Test
    void nothingToSendIsNoRequest() {
        relay().send(List.of());

        assertThat(topic.requests()).isEmpty();
    }

    @Test
    void theAppsIdentityIsShownAsABearerTokenForEventGrid() {
        List<String> scopes = new ArrayList<>();
        TokenCredential identity =
                asked -> {
                    scopes.addAll(asked.getScopes());
                    return Mono.just(
                            new AccessToken(
                                    "identity", OffsetDateTime.now(ZoneOffset.UTC).plusDays(1)));
                };

        topic.relay(clock, identity).send(ONE);

        assertThat(topic.requests().get(0).getHeaders().get("Authorization"))
                .isEqualTo("Bearer identity");
        assertThat(topic.requests().get(0).getHeaders().get("aeg-sas-key")).isNull();
        assertThat(scopes).containsOnly("https://eventgrid.azure.net/.default");
    }

    @Test
    void withoutAnIdentityNothingIsSent() {
        TokenCredential none = asked -> Mono.error(new IllegalStateException("no identity here"));

        assertUnavailable(topic.relay(clock, none));

        assertThat(topic.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413})
    void aRefusalIsNotRepeated(int status) {
        topic.answerOnceWith(status(status).build());

        assertUnavailable(relay());

        assertThat(topic.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aTopicThatFailsIsTriedThreeTimes(int status) {
        for (int i = 0; i < 3; i++) {
            topic.answerOnceWith(status(status).build());
        }

        assertUnavailable(relay());

        assertThat(topic.requests()).hasSize(3);
    }

    @Test
    void aTopicThatRecoversGetsTheNotices() {
        topic.answerOnceWith(status(503).build());

        relay().send(ONE);

        assertThat(topic.notices()).isEqualTo(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After", "retry-after-ms", "x-ms-retry-after-ms"})
    void aTopicThatAsksForTimeIsNotWaitedFor(String header) {
        topic.answerOnceWith(status(503).addHeader(header, "86400").build());
        assertUnavailable(relay());
        topic.answerOnceWith(status(429).addHeader(header, "86400").build());
        assertUnavailable(relay());

        assertThat(topic.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 6",
        "Retry-After, -1",
        "Retry-After, 1.5",
        "Retry-After, 99999999999999999999",
        "Retry-After, 'Fri, 01 Jan 2027 12:00:00 GMT'",
        "retry-after-ms, 5001"
    })
    void aTimeThatMayBeLongIsLeftToTheRetryQueue(String header, String asked) {
        topic.answerOnceWith(status(429).addHeader(header, asked).build());

        assertUnavailable(relay());

        assertThat(topic.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Retry-After, 0", "retry-after-ms, 20", "x-ms-retry-after-ms, 20"})
    void aBusyTopicThatAsksForAMomentGetsTheNoticesAfterIt(String header, String asked) {
        topic.answerOnceWith(status(429).addHeader(header, asked).build());

        relay().send(ONE);

        assertThat(topic.notices()).isEqualTo(ONE);
        assertThat(topic.requests()).hasSize(2);
    }

    @Test
    void aLostConnectionIsTriedAgain() {
        topic.answerOnceWith(lost());

        relay().send(ONE);

        assertThat(topic.notices()).isEqualTo(ONE);
    }

    @Test
    void aTopicThatDoesNotAnswerIsGivenUp() {
        for (int i = 0; i < 3; i++) {
            topic.answerOnceWith(
                    new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build());
        }

        assertUnavailable(topic.relay(clock, Duration.ofMillis(300)));
    }

    @Test
    void aTopicThatIsNotThereIsUnavailable() {
        OutboundRelay relay = relay();
        topic.close();

        assertUnavailable(relay);
    }

    @Test
    void aNoticeThatWasSentBeforeAFailureIsSentAgainWithTheSameId() {
        List<DeliveryNotice> notices = notices(1_001);
        OutboundRelay relay = relay();
        relay.send(notices.subList(0, 1_000));
        topic.answerOnceWith(status(413).build());
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.send(notices));
        clock.advance(Duration.ofSeconds(10));

        assertThatCode(() -> relay.send(notices)).doesNotThrowAnyException();

        assertThat(topic.events()).hasSize(2_001);
        assertThat(topic.events().stream().map(event -> event.path("id").textValue()).distinct())
                .hasSize(1_001);
    }

    private static void assertUnavailable(OutboundRelay relay) {
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.send(ONE));
    }

    private static MockResponse.Builder status(int status) {
        return new MockResponse.Builder().code(status);
    }

    private static MockResponse lost() {
        return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }

    private static List<DeliveryNotice> notices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new DeliveryNotice(new DeliveryKey(7, "delivery-" + i), 1))
                .toList();
    }
}
