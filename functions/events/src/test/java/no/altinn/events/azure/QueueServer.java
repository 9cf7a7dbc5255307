package no.altinn.events.azure;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.platform.azure.AzureConnection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for a queue service in trouble: it takes messages unless a test says otherwise. */
final class QueueServer extends Dispatcher {
    private static final Pattern PUT = Pattern.compile("/account/([a-z]+)/messages\\?(.*)");
    private static final Pattern TEXT = Pattern.compile("<MessageText>(.*)</MessageText>");
    private static final Pattern VISIBILITY = Pattern.compile("visibilitytimeout=(\\d+)");
    private static final String TAKEN =
            """
            <?xml version="1.0" encoding="utf-8"?><QueueMessagesList><QueueMessage>\
            <MessageId>00000000-0000-4000-8000-000000000001</MessageId>\
            <InsertionTime>Thu, 01 Jan 2026 12:00:00 GMT</InsertionTime>\
            <ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime>\
            <PopReceipt>AgAAAA==</PopReceipt>\
            <TimeNextVisible>Thu, 01 Jan 2026 12:00:00 GMT</TimeNextVisible>\
            </QueueMessage></QueueMessagesList>""";

    /** A message as it was put: where, for how long invisible, and what it tells of. */
    record Put(String queue, Duration visibility, Retry retry) {}

    private final MockWebServer server;
    private final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Put> puts = new CopyOnWriteArrayList<>();
    private volatile boolean isAway;

    /** Answers the requests of a server that listens already. */
    QueueServer(MockWebServer server) {
        this.server = server;
        server.setDispatcher(this);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        requests.add(request);
        MockResponse next = answers.poll();
        if (next != null) {
            return next;
        }
        if (isAway) {
            return new MockResponse.Builder().code(503).build();
        }
        if ("GET".equals(request.getMethod())) {
            return shown();
        }
        Matcher put = PUT.matcher(request.getTarget());
        if (put.matches()) {
            puts.add(
                    new Put(
                            put.group(1),
                            Duration.ofSeconds(Long.parseLong(first(VISIBILITY, put.group(2)))),
                            RetryMessage.read(text(request))));
        }
        return new MockResponse.Builder()
                .code(201)
                .addHeader("Content-Type", "application/xml")
                .body(put.matches() ? TAKEN : "")
                .build();
    }

    private static MockResponse shown() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/xml")
                .body("<?xml version=\"1.0\" encoding=\"utf-8\"?><QueueMessagesList />")
                .build();
    }

    private static String text(RecordedRequest request) {
        String encoded = first(TEXT, request.getBody().utf8());
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    /** The next request gets this answer. */
    void answerOnceWith(MockResponse answer) {
        answers.add(answer);
    }

    /** Whether every request is answered with 503. */
    void away(boolean away) {
        isAway = away;
    }

    List<RecordedRequest> requests() {
        return requests;
    }

    /** The messages that were taken. */
    List<Put> puts() {
        return puts;
    }

    /** How the service is reached without TLS. */
    AzureConnection connection() {
        return new AzureConnection.ByKey(
                "DefaultEndpointsProtocol=http;AccountName=account;AccountKey=a2V5;QueueEndpoint="
                        + server.url("/account")
                        + ";");
    }
}
