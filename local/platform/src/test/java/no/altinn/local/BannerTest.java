package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class BannerTest {
    private final String banner =
            Banner.of(
                    URI.create("http://localhost:1234/"),
                    Optional.of(URI.create("https://localhost:1235/")),
                    25,
                    Path.of("/somewhere"),
                    "/rules/policies.json",
                    Optional.of(new AzureSites(List.of("A", "B"), List.of("DeliverEvent", "C"))));

    @Test
    void theLastLineSaysThatItIsReady() {
        assertThat(banner.lines())
                .last()
                .isEqualTo("Ready on http://localhost:1234 (25 functions)");
    }

    @Test
    void itTellsWhereEverythingIs() {
        assertThat(banner)
                .contains("http://localhost:1234/events/api/v1/")
                .contains("http://localhost:1234/api/\n")
                .contains("https://localhost:1235/api/ (mutual TLS)")
                .contains("http://localhost:1234/api/GetEnterpriseToken?")
                .contains("http://localhost:1234/maskinporten/.well-known/")
                .contains("http://localhost:1234/idporten/.well-known/")
                .contains("http://localhost:1234/authentication/api/v1/exchange/maskinporten ")
                .contains("http://localhost:1234/webhooks")
                .contains("/somewhere")
                .contains("/rules/policies.json")
                .contains("test:test")
                .doesNotContain("7071");
    }

    @Test
    void itTellsWhatRunsWhereInAzure() {
        assertThat(banner)
                .contains("the API answers requests (2 functions)\n")
                .contains("the worker runs DeliverEvent, C\n");
    }
}
