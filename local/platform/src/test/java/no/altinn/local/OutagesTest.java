package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.BreakableBackend.Part;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Each store and queue is away for ninety seconds, and then everything goes on. */
final class OutagesTest {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int STEPS = 9;

    @TempDir private Path data;
    private MovedPlatform platform;

    @BeforeEach
    void start() {
        platform = new MovedPlatform(data, Map.of());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void whileNothingFailsThePlatformIsHealthy() {
        HttpResponse<String> health = platform.send("GET", "health", "");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"healthy\",\"failing\":[]}");
    }

    @ParameterizedTest
    @Tag("proof")
    @EnumSource(Part.class)
    void afterAnOutageOfAnyPartEventsArePushedRetriedSweptAndSubscriptionsValidated(Part part) {
        platform.subscribe("pushed");
        int unvalidated = platform.addUnvalidated("validated");
        platform.refuseNext("pushed");

        platform.backend().leave(part);
        platform.append("during");
        for (int i = 0; i < STEPS; i++) {
            platform.pass(STEP);
        }
        // Entries of the log are a best effort, and attempts without a key are put off: nothing
        // fails.
        if (part != Part.LOG && part != Part.KEYS) {
            platform.awaitHealth(503);
        }
        platform.backend().comeBack();
        platform.append("after");

        platform.passUntil(
                Duration.ofSeconds(20),
                () ->
                        platform.isPushed("pushed", "during")
                                && platform.isPushed("pushed", "after"));
        platform.passUntil(Duration.ofSeconds(20), () -> platform.isValidated(unvalidated));
        platform.awaitHealth(200);
    }
}
