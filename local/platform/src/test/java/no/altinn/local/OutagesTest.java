package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;
import no.altinn.local.BreakableBackend.Part;
import no.altinn.local.identity.KeptKeys;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

/** Each store and queue is away for ninety seconds, and then everything goes on. */
final class OutagesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration OUTAGE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final MutableClock clock = MutableClock.at(NOW);
    private final AtomicReference<BreakableBackend> opened = new AtomicReference<>();
    @TempDir private Path data;
    private LocalPlatform platform;

    @BeforeEach
    void start() {
        Path home = Path.of("..", "..").toAbsolutePath().normalize();
        KeptKeys.putInto(data, clock);
        platform =
                LocalPlatform.start(
                        new LocalOptions(home, "127.0.0.1", 0, data, false),
                        Map.of(),
                        clock,
                        backend -> {
                            opened.set(new BreakableBackend(backend));
                            return backend();
                        });
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private BreakableBackend backend() {
        return opened.get();
    }

    @Test
    void whileNothingFailsThePlatformIsHealthy() {
        HttpResponse<String> health = send("GET", "health", "");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"healthy\",\"failing\":[]}");
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void afterAnOutageOfAnyPartEventsArePushedRetriedSweptAndSubscriptionsValidated(Part part) {
        validated("pushed");
        Subscription unvalidated = subscription("validated", NOW.minusSeconds(600));
        send("PUT", "webhooks/pushed/behaviour", "{\"status\":503,\"delayMs\":0,\"times\":1}");

        backend().leave(part);
        append("during");
        for (Instant end = clock.instant().plus(OUTAGE); clock.instant().isBefore(end); ) {
            pass(Duration.ofSeconds(10));
        }
        // Entries of the log are a best effort, so nothing fails without it.
        if (part != Part.LOG) {
            awaitHealth(503);
        }
        backend().comeBack();
        append("after");

        await().atMost(LONG)
                .pollInterval(POLL)
                .until(
                        () -> {
                            pass(Duration.ofSeconds(20));
                            return isPushed("during") && isPushed("after");
                        });
        await().atMost(LONG)
                .pollInterval(POLL)
                .until(
                        () -> {
                            pass(Duration.ofSeconds(20));
                            return store().find(unvalidated.id()).orElseThrow().isValidated();
                        });
        awaitHealth(200);
    }

    /** Time passes for everything that looks at the clock. */
    private void pass(Duration time) {
        clock.advance(time);
        backend().wake();
    }

    private void awaitHealth(int status) {
        await().atMost(LONG)
                .pollInterval(POLL)
                .until(
                        () -> {
                            pass(Duration.ofSeconds(5));
                            return send("GET", "health", "").statusCode() == status;
                        });
    }

    private SubscriptionStore store() {
        return backend().whole().subscriptions();
    }

    private void validated(String inbox) {
        store().setValidation(subscription(inbox, NOW).id(), new ValidationState.Validated());
    }

    private Subscription subscription(String inbox, Instant due) {
        URI endPoint = platform.base().resolve("webhooks/" + inbox);
        Filters filters = Filters.onResource(TestEvents.RESOURCE).build();
        return store().add(new NewSubscription(endPoint, filters, "/org/ttd"), due);
    }

    private void append(String id) {
        Event event = TestEvents.event(id, Map.of("subject", "/party/50000001"));
        backend().whole().events().append(List.of(event));
    }

    private boolean isPushed(String id) {
        return send("GET", "webhooks/pushed", "").body().contains("\\\"id\\\":\\\"" + id + "\\\"");
    }

    private HttpResponse<String> send(String method, String path, String body) {
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
}
