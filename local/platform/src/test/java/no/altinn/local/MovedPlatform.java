package no.altinn.local;

import static org.awaitility.Awaitility.await;

import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;
import no.altinn.local.identity.KeptKeys;
import no.altinn.testing.time.MutableClock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A platform whose time passes when a test says so, and whose parts may be away. */
final class MovedPlatform implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final HttpClient http = HttpClient.newHttpClient();
    private final MutableClock clock = MutableClock.at(START);
    private final AtomicReference<BreakableBackend> opened = new AtomicReference<>();
    private final LocalPlatform platform;

    MovedPlatform(Path data, Map<String, String> environment) {
        Path home = Path.of("..", "..").toAbsolutePath().normalize();
        KeptKeys.putInto(data, clock);
        platform =
                LocalPlatform.start(
                        new LocalOptions(home, "127.0.0.1", 0, data, false),
                        environment,
                        clock,
                        backend -> {
                            opened.set(new BreakableBackend(backend));
                            return backend();
                        });
    }

    BreakableBackend backend() {
        return opened.get();
    }

    /** Time passes for everything that looks at the clock. */
    void pass(Duration time) {
        clock.advance(time);
        backend().wake();
    }

    /** Lets time pass in steps until something holds. */
    void passUntil(Duration step, Condition condition) {
        await().atMost(LONG)
                .pollInterval(POLL)
                .until(
                        () -> {
                            pass(step);
                            return condition.holds();
                        });
    }

    /** What is waited for. */
    interface Condition {
        boolean holds();
    }

    void awaitHealth(int status) {
        passUntil(Duration.ofSeconds(5), () -> send("GET", "health", "").statusCode() == status);
    }

    private SubscriptionStore store() {
        return backend().whole().subscriptions();
    }

    /** Subscribes an inbox of the platform to every event. */
    void subscribe(String inbox) {
        store().setValidation(add(inbox, START).id(), new ValidationState.Validated());
    }

    /** Adds a subscription whose validation was due ten minutes ago, and gives its id. */
    int addUnvalidated(String inbox) {
        return add(inbox, START.minusSeconds(600)).id();
    }

    private Subscription add(String inbox, Instant due) {
        URI endPoint = platform.base().resolve("webhooks/" + inbox);
        Filters filters = Filters.onResource(TestEvents.RESOURCE).build();
        return store().add(new NewSubscription(endPoint, filters, "/org/ttd"), due);
    }

    boolean isValidated(int subscription) {
        return store().find(subscription).orElseThrow().isValidated();
    }

    void append(String id) {
        Event event = TestEvents.event(id, Map.of("subject", "/party/50000001"));
        backend().whole().events().append(List.of(event));
    }

    /** Lets an inbox refuse its next event. */
    void refuseNext(String inbox) {
        send(
                "PUT",
                "webhooks/" + inbox + "/behaviour",
                "{\"status\":503,\"delayMs\":0,\"times\":1}");
    }

    boolean isPushed(String inbox, String id) {
        return send("GET", "webhooks/" + inbox, "")
                .body()
                .contains("\\\"id\\\":\\\"" + id + "\\\"");
    }

    HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(platform.base().resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
