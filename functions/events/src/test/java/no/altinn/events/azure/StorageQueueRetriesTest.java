package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

import no.altinn.events.azure.QueueServer.Put;
import no.altinn.events.delivery.Retry;
import no.altinn.events.event.EventKey;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.start.Lazy;

import okhttp3.OkHttpClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

class StorageQueueRetriesTest {
    private static final Retry RELAY = new Retry.OfRelay(new EventKey("urn:a:b", "xyz"), 2);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final MockWebServer server = new MockWebServer();
    private final QueueServer service = new QueueServer(server);

    @BeforeEach
    void listen() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aMessageIsBase64AndNeverExpires() {
        retries(LONG).schedule(RELAY, Duration.ZERO);

        RecordedRequest request = service.requests().get(0);
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget())
                .isEqualTo("/account/relays/messages?visibilitytimeout=0&messagettl=-1");
        // {"retry":"relay","resource":"urn:a:b","document":"xyz","attempt":2}
        assertThat(request.getBody().utf8())
                .contains(
                        "<MessageText>eyJyZXRyeSI6InJlbGF5IiwicmVzb3VyY2UiOiJ1cm46YTpiIiwiZG9jdW1l"
                                + "bnQiOiJ4eXoiLCJhdHRlbXB0IjoyfQ==</MessageText>");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.001S, 1", "PT10S, 10", "PT10.000000001S, 11", "P7D, 604800"})
    void aMessageIsNeverVisibleTooEarly(Duration delay, long seconds) {
        retries(LONG).schedule(RELAY, delay);

        assertThat(service.puts())
                .containsExactly(new Put("relays", Duration.ofSeconds(seconds), RELAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT168H0.001S"})
    void aDelayThatNoQueueCanKeepIsRefused(Duration delay) {
        assertThatIllegalArgumentException().isThrownBy(() -> retries(LONG).schedule(RELAY, delay));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aQueueIsMadeWhenItIsMissed() {
        service.answerOnceWith(noSuchQueue());

        retries(LONG).schedule(RELAY, Duration.ofSeconds(10));

        assertThat(service.requests())
                .extracting(RecordedRequest::getMethod)
                .containsExactly("POST", "PUT", "POST");
        assertThat(service.requests().get(1).getTarget()).isEqualTo("/account/relays");
        assertThat(service.puts())
                .containsExactly(new Put("relays", Duration.ofSeconds(10), RELAY));
    }

    @Test
    void aQueueThatSomeoneElseHasJustMadeIsUsed() {
        service.answerOnceWith(noSuchQueue());
        service.answerOnceWith(error(409, "QueueAlreadyExists"));

        retries(LONG).schedule(RELAY, Duration.ZERO);

        assertThat(service.puts()).hasSize(1);
    }

    @Test
    void aQueueThatCannotBeMadeIsUnavailable() {
        service.answerOnceWith(noSuchQueue());
        service.answerOnceWith(error(403, "AuthorizationPermissionMismatch"));

        assertUnavailable(retries(LONG));
        assertThat(service.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 413})
    void aRefusalIsNotRepeated(int status) {
        service.answerOnceWith(error(status, "Refused"));

        assertUnavailable(retries(LONG));
        assertThat(service.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aServiceInTroubleIsTriedThreeTimes(int status) {
        for (int i = 0; i < 3; i++) {
            service.answerOnceWith(error(status, "ServerBusy"));
        }

        assertUnavailable(retries(LONG));
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void aServiceThatRecoversGetsTheMessage() {
        service.answerOnceWith(error(503, "ServerBusy"));
        service.answerOnceWith(
                new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

        retries(LONG).schedule(RELAY, Duration.ZERO);

        assertThat(service.puts()).containsExactly(new Put("relays", Duration.ZERO, RELAY));
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUp() {
        for (int i = 0; i < 3; i++) {
            service.answerOnceWith(
                    new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build());
        }

        assertUnavailable(retries(Duration.ofMillis(300)));
    }

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        StorageQueueRetries retries = retries(LONG);
        server.close();

        assertUnavailable(retries);
    }

    @Test
    void aConnectionStringThatIsNoneIsUnavailable() {
        AzureConnection nonsense = new AzureConnection.ByKey("nonsense");

        assertUnavailable(
                new StorageQueueRetries(
                        new Lazy<>(
                                () ->
                                        QueueService.open(
                                                nonsense,
                                                StorageQueueRetriesTest::noIdentity,
                                                AzureTransport.open()))));
    }

    @Test
    void theAppsIdentityIsShownAsABearerTokenForStorage() throws IOException {
        List<String> scopes = new ArrayList<>();
        TokenCredential identity =
                asked -> {
                    scopes.addAll(asked.getScopes());
                    return Mono.just(
                            new AccessToken(
                                    "identity", OffsetDateTime.now(ZoneOffset.UTC).plusDays(1)));
                };
        try (TlsServer tls = new TlsServer()) {
            QueueServer account = new QueueServer(tls.server());
            AzureConnection connection = new AzureConnection.ByIdentity(tls.uri("/account"));

            new StorageQueueRetries(
                            new Lazy<>(
                                    () ->
                                            QueueService.open(
                                                    connection,
                                                    () -> identity,
                                                    tls.transport(LONG))))
                    .schedule(RELAY, Duration.ZERO);

            assertThat(account.puts()).containsExactly(new Put("relays", Duration.ZERO, RELAY));
            assertThat(account.requests().get(0).getHeaders().get("Authorization"))
                    .isEqualTo("Bearer identity");
        }
        assertThat(scopes).containsOnly("https://storage.azure.com/.default");
    }

    private StorageQueueRetries retries(Duration call) {
        return new StorageQueueRetries(
                new Lazy<>(
                        () ->
                                QueueService.open(
                                        service.connection(),
                                        StorageQueueRetriesTest::noIdentity,
                                        AzureTransport.over(new OkHttpClient(), call))));
    }

    private static TokenCredential noIdentity() {
        throw new AssertionError("A connection string needs no identity.");
    }

    private static void assertUnavailable(StorageQueueRetries retries) {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> retries.schedule(RELAY, Duration.ZERO))
                .withMessage("The queue took no relays");
    }

    private static MockResponse noSuchQueue() {
        return error(404, "QueueNotFound");
    }

    private static MockResponse error(int status, String code) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("x-ms-error-code", code)
                .addHeader("Content-Type", "application/xml")
                .body("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>")
                .build();
    }
}
