package no.altinn.rest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.microsoft.azure.functions.HttpResponseMessage;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.rest.file.MemoryFiles;
import no.altinn.rest.functions.RestFunctions;
import no.altinn.rest.functions.UpkeepFunctions;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class RestAppTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final MemoryFiles files = new MemoryFiles(clock);
    private final RestApp app =
            new RestApp(
                    RestSettings.read(RestSettingsTest.REQUIRED),
                    new RestAdapters(
                            new MemoryEntryStore(clock),
                            files,
                            files,
                            issuer -> Optional.empty(),
                            () -> "a token",
                            List::of),
                    OpenTelemetry.noop(),
                    clock);

    private HttpResponseMessage get(String path) {
        return app.getInstance(RestFunctions.class)
                .restRequest(
                        FakeMessage.get("http://localhost/" + path).with("accept", "text/html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "api/", "API"})
    void theBaseLinksToWhatIsBelow(String path) {
        assertThat(Json.parse((String) get(path).getBody()).path("_links"))
                .isEqualTo(
                        Json.parse(
                                """
                                {"self":{"href":"https://rest.example/api"},
                                 "metadata":{"href":"https://rest.example/api/metadata"},
                                 "messages":{"href":"https://rest.example/api/my/messages"},
                                 "profile":{"href":"https://rest.example/api/my/profile"},
                                 "reportees":{"href":"https://rest.example/api/reportees"},
                                 "organizations":{"href":"https://rest.example/api/organizations"},
                                 "help":{"href":"https://rest.example/api/help"}}"""));
    }

    @Test
    void filesThatHaveExpiredAreSweptNowAndThen() {
        files.write("a", new byte[] {1}, Optional.of(clock.instant()));

        app.getInstance(UpkeepFunctions.class).sweepFiles("{}");

        assertThat(files.removeExpired()).isZero();
    }

    @Test
    void theHealthOfTheAppIsOpen() {
        assertThat(get("api/health").getStatusCode()).isEqualTo(200);
        assertThat(get("api/health").getBody()).isEqualTo("{\"Status\":\"Healthy\"}");
    }

    @Test
    void applicationsAreForThePlatformAlone() {
        assertThat(get("api/private/applications").getStatusCode()).isEqualTo(401);
        assertThat(get("api/private/applications").getHeader("X-Reason"))
                .isEqualTo("Send a platform access token in the header PlatformAccessToken");
    }

    @Test
    void loginsStandAtTheDoor() {
        assertThat(get("api/authentication/login?returnUrl=x").getStatusCode()).isEqualTo(400);
        assertThat(get("api/authentication/callback").getStatusCode()).isEqualTo(400);
        assertThat(get("api/enterpriseusers").getStatusCode()).isEqualTo(401);
    }

    @Test
    void aClassOfAnotherAppIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.getInstance(String.class))
                .withMessageContaining("java.lang.String");
    }
}
