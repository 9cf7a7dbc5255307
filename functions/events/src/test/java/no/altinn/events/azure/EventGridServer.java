package no.altinn.events.azure;

import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.credential.TokenCredential;
import com.azure.messaging.eventgrid.EventGridPublisherClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.json.Json;
import no.altinn.platform.start.Lazy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Stands in for an Event Grid topic: takes what is published unless a test says otherwise. */
final class EventGridServer implements AutoCloseable {
    static final String KEY = "dGVzdC1rZXk=";
    private static final String PATH = "/api/events";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final TlsServer tls;
    private final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> taken = new CopyOnWriteArrayList<>();
    private volatile boolean isAway;
    private volatile Executor calls = Runnable::run;
    private volatile CountDownLatch together = new CountDownLatch(0);

    EventGridServer() throws IOException {
        tls = new TlsServer();
        tls.server()
                .setDispatcher(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                return answer(request);
                            }
                        });
    }

    private MockResponse answer(RecordedRequest request) {
        requests.add(request);
        meet();
        MockResponse next = answers.poll();
        if (next != null) {
            return next;
        }
        if (isAway) {
            return new MockResponse.Builder().code(503).build();
        }
        taken.add(request);
        return new MockResponse.Builder().code(200).build();
    }

    private void meet() {
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on no request is answered before this many have come. */
    void answerNoneBefore(int requests) {
        together = new CountDownLatch(requests);
    }

    /** The next request gets this answer, and its events are not taken. */
    void answerOnceWith(MockResponse answer) {
        answers.add(answer);
    }

    /** Whether every request is answered with 503. */
    void away(boolean away) {
        isAway = away;
    }

    /** Where the relays that are made from now on send further requests; else one by one. */
    void sendingOn(Executor threads) {
        calls = threads;
    }

    /** Every request that came, whatever it was answered. */
    List<RecordedRequest> requests() {
        return requests;
    }

    /** The events that were taken. */
    List<JsonNode> events() {
        return taken.stream().flatMap(EventGridServer::events).toList();
    }

    private static Stream<JsonNode> events(RecordedRequest request) {
        return StreamSupport.stream(
                Json.parse(request.getBody().utf8()).spliterator(), /* parallel= */ false);
    }

    /** The notices that the events that were taken tell of. */
    List<DeliveryNotice> notices() {
        return events().stream()
                .map(event -> DeliveryNoticeMessage.read(event.toString()))
                .toList();
    }

    /** A relay that shows the topic's key. */
    EventGridRelay relay(Clock clock) {
        return relay(clock, LONG);
    }

    /** A relay that shows the topic's key, and gives up a request after this long. */
    EventGridRelay relay(Clock clock, Duration call) {
        return relay(clock, call, client -> client.credential(new AzureKeyCredential(KEY)));
    }

    /** A relay that shows an identity's token. */
    EventGridRelay relay(Clock clock, TokenCredential identity) {
        return relay(clock, LONG, client -> client.credential(identity));
    }

    private EventGridRelay relay(
            Clock clock, Duration call, UnaryOperator<EventGridPublisherClientBuilder> credential) {
        EventGridPublisherClientBuilder client =
                EventGridTopic.at(tls.uri(PATH), tls.transport(call));
        return new EventGridRelay(
                new Lazy<>(credential.apply(client)::buildCloudEventPublisherClient),
                new SideBySide(calls, 8),
                clock);
    }

    @Override
    public void close() {
        tls.close();
    }
}
