package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

import no.altinn.events.delivery.RetryMessage;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.start.Lazy;
import no.altinn.testing.time.MutableClock;

import okhttp3.OkHttpClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ages of queues whose account is in trouble, or that hold foreign messages. */
class StorageQueueAgesTest {
    private static final String PUT = "Thu, 01 Jan 2026 12:00:00 GMT";
    private static final MutableClock CLOCK = MutableClock.at("2026-01-01T12:10:00Z");

    private final MockWebServer server = new MockWebServer();
    private final QueueServer service = new QueueServer(server);
    private final StorageQueueAges ages =
            new StorageQueueAges(
                    new Lazy<>(
                            () ->
                                    QueueService.open(
                                            service.connection(),
                                            () -> {
                                                throw new AssertionError("No identity is needed.");
                                            },
                                            AzureTransport.over(
                                                    new OkHttpClient(), Duration.ofSeconds(30)))),
                    CLOCK);

    @BeforeEach
    void listen() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Has the first queue, {@link RetryMessage#DELIVERIES}, show these messages. */
    private void shows(String... texts) {
        String messages =
                Stream.of(texts)
                        .map(
                                text ->
                                        "<QueueMessage><MessageId>1</MessageId><InsertionTime>"
                                                + PUT
                                                + "</InsertionTime><ExpirationTime>"
                                                + PUT
                                                + "</ExpirationTime><DequeueCount>0</DequeueCount>"
                                                + "<MessageText>"
                                                + text
                                                + "</MessageText></QueueMessage>")
                        .collect(Collectors.joining());
        service.answerOnceWith(
                new MockResponse.Builder()
                        .addHeader("Content-Type", "application/xml")
                        .body("<QueueMessagesList>" + messages + "</QueueMessagesList>")
                        .build());
    }

    private Duration oldest() {
        return ages.oldest().get(RetryMessage.DELIVERIES);
    }

    @Test
    void theTimeForWhichAMessageWasHiddenIsNoPartOfItsAge() {
        shows(base64("{\"delay\":60}"), base64("{\"delay\":120}"));

        assertThat(oldest()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void aMessageThatTellsNoDelayWasDueAtOnce() {
        // An earlier build or another sender wrote it.
        shows(base64("no json"), base64("{\"delay\":-60}"), base64("{\"delay\":\"long\"}"));

        assertThat(oldest()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aMessageOfAClockThatIsAheadHasNoAge() {
        shows(base64("{\"delay\":601}"));

        assertThat(oldest()).isZero();
    }

    @Test
    void aMessageThatIsNoBase64KeepsNoOtherQueueFromBeingMeasured() {
        shows("%%%");

        assertThat(ages.oldest()).containsOnlyKeys(RetryMessage.QUEUES);
    }

    @Test
    void aQueueThatIsNotThereYetHasNoMessages() {
        service.answerOnceWith(
                new MockResponse.Builder()
                        .code(404)
                        .addHeader("x-ms-error-code", "QueueNotFound")
                        .build());

        assertThat(ages.oldest())
                .isEqualTo(
                        RetryMessage.QUEUES.stream()
                                .collect(Collectors.toMap(name -> name, name -> Duration.ZERO)));
    }

    @Test
    void queuesThatCannotBeLookedAtAreUnavailable() {
        service.away(true);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(ages::oldest);
        assertThat(service.requests()).hasSize(3);
    }
}
