package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.events.portal.Portal;
import no.altinn.events.portal.PortalSettings;
import no.altinn.testing.functions.FakeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Optional;

class PortalFunctionsTest {
    private static final String ADDRESS = "https://platform.example/events/portal";

    private final Portal portal =
            new Portal(
                    new PortalSettings(
                            URI.create("https://platform.example/"),
                            Optional.empty(),
                            URI.create("https://platform.example/authentication/api/v1/"),
                            Optional.empty()));
    private final PortalFunctions functions = new PortalFunctions(Answering.http(), portal);

    private static FakeMessage get() {
        return FakeMessage.get(ADDRESS);
    }

    private void guarded(HttpResponseMessage answer) {
        portal.headers()
                .forEach((name, value) -> assertThat(answer.getHeader(name)).isEqualTo(value));
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void thePageIsShownWithoutALogin() {
        HttpResponseMessage answer = functions.portal(get());

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Type")).isEqualTo("text/html");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat((String) answer.getBody()).startsWith("<!DOCTYPE html>\n<html lang=\"nb\">");
        guarded(answer);
    }

    @Test
    void aClientThatHasThePageIsToldSo() {
        String tag = functions.portal(get()).getHeader("ETag");

        HttpResponseMessage again = functions.portal(get().with("If-None-Match", tag));

        assertThat(again.getStatusCode()).isEqualTo(304);
        guarded(again);
    }

    @ParameterizedTest
    @CsvSource({
        "app.js, text/javascript",
        "page.css, text/css",
        "icon.svg, image/svg+xml",
        "config.json, application/json"
    })
    void aFileIsShownAsWhatItIs(String name, String type) {
        HttpResponseMessage answer = functions.portalFile(get(), name);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Type")).isEqualTo(type);
        guarded(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"App.js", "app.js.map", "..", "../portal/app.js", "%2e%2e", "Portal.class"})
    void noOtherFileIsThere(String name) {
        HttpResponseMessage answer = functions.portalFile(get(), name);

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getBody()).isEqualTo("");
        guarded(answer);
    }
}
