package no.altinn.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.http.Answer;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

class PlacesTest {
    private static List<String> places(URI base) {
        try (LocalServer server = LocalServer.start(new Places(base).handler())) {
            return Json.parse(server.get("/local/places").body())
                    .path("places")
                    .findValuesAsText("path");
        }
    }

    @Test
    void whatIsServedIsListedAndWhatIsNotIsLeftOut() {
        try (LocalServer platform =
                LocalServer.start(
                        Endpoints.builder()
                                .get("/portal", request -> Answers.json("{}"))
                                .get("/docs", request -> Answer.empty(303))
                                .get("/health", request -> Answer.empty(503))
                                .build())) {
            assertThat(places(platform.base().resolve("/")))
                    .containsExactly("/portal", "/docs", "/health");
        }
    }

    @Test
    void aPlatformThatDoesNotAnswerHasNoPlaces() {
        URI gone;
        try (LocalServer platform = LocalServer.start(Endpoints.builder().build())) {
            gone = platform.base().resolve("/");
        }

        assertThat(places(gone)).isEmpty();
    }

    @Test
    void pagesOfOtherSitesAskForNothing() {
        try (LocalServer server =
                LocalServer.start(new Places(URI.create("http://127.0.0.1:1/")).handler())) {
            assertThat(
                            server.send(
                                            server.to("/local/places")
                                                    .header("Sec-Fetch-Site", "cross-site"))
                                    .statusCode())
                    .isEqualTo(403);
        }
    }
}
