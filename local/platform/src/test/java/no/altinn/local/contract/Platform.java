package no.altinn.local.contract;

import no.altinn.local.LocalOptions;
import no.altinn.local.LocalPlatform;
import no.altinn.local.identity.LocalKeys;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The running local platform and what a client of it needs. Thread-safe. */
final class Platform implements AutoCloseable {
    static final String API = "events/api/v1/";

    private final LocalPlatform local;
    private final HttpClient http;
    private final Tokens tokens;

    private Platform(LocalPlatform local, Path data) {
        this.local = local;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        this.tokens = new Tokens(http, local.base(), data);
    }

    /** Starts it on a free port, with nothing stored. */
    static Platform start() {
        try {
            return start(Files.createTempDirectory("contract"), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on a free port, with what is kept in a folder, under these settings besides. */
    static Platform start(Path data, Map<String, String> environment) {
        return start(data, environment, Clock.systemUTC());
    }

    /** The same at the time that a clock tells. */
    static Platform start(Path data, Map<String, String> environment, Clock clock) {
        // Long enough for a busy machine; what arrives is seen at once.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
        Path home = Path.of("..", "..").toAbsolutePath().normalize();
        LocalOptions options = new LocalOptions(home, "127.0.0.1", 0, data, false);
        return new Platform(LocalPlatform.start(options, environment, clock), data);
    }

    URI base() {
        return local.base();
    }

    /** Where clients may show certificates. */
    URI secureBase() {
        return local.secureBase().orElseThrow();
    }

    Tokens tokens() {
        return tokens;
    }

    /** What the platform and its stand-ins sign with. */
    LocalKeys keys() {
        return tokens.keys();
    }

    /** A resource of service owner ttd that no other test knows. */
    static String resource() {
        return "urn:altinn:resource:ttd-" + UUID.randomUUID();
    }

    /** An app of service owner ttd that no other test knows. */
    static String app() {
        return "app-" + UUID.randomUUID();
    }

    /** An inbox that no other test knows. */
    Inbox inbox() {
        return new Inbox(this, "inbox-" + UUID.randomUUID());
    }

    /** A call of the Events API; the path begins below {@code events/api/v1/}. */
    Call api(String method, String path) {
        return call(method, API + path);
    }

    /** A call of any path of the platform, which begins without a slash. */
    Call call(String method, String path) {
        return Call.of(http, method, URI.create(base() + path));
    }

    /** A call of an absolute address, such as {@code next}. */
    Call get(String address) {
        return Call.of(http, "GET", URI.create(address));
    }

    /** A request to publish an event in structured mode, still without a token. */
    Call publishing(String event) {
        return api("POST", "events").body("application/cloudevents+json", event);
    }

    /** Publishes an event as service owner ttd. */
    void publish(EventText event) {
        Reply reply = publishing(event.json()).bearer(tokens.ttd()).send();
        if (reply.status() != 200) {
            throw new AssertionError("The event was refused: " + reply);
        }
    }

    /** A request for one resource's events from the start. */
    Call reading(String resource, String more) {
        return api("GET", "events?after=0&resource=" + resource + more);
    }

    @Override
    public void close() {
        local.close();
    }
}
