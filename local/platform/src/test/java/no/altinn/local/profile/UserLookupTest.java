package no.altinn.local.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.json.Json;
import no.altinn.platform.profile.HttpUserProfiles;
import no.altinn.platform.profile.UserProfile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;

class UserLookupTest {
    private static final String PATH = "/profile/api/v1/internal/user";

    private static LocalServer server;

    @BeforeAll
    static void start() {
        server =
                LocalServer.start(
                        new UserLookup(
                                        Bundled::parties,
                                        request ->
                                                request.header("PlatformAccessToken")
                                                        .filter("trusted"::equals)
                                                        .isPresent())
                                .handler());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(String body) {
        return server.send(
                server.to(PATH)
                        .header("PlatformAccessToken", "trusted")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void withoutAPlatformAccessTokenNothingIsTold() {
        HttpResponse<String> answer = server.post(PATH, "{\"Ssn\":\"01909012345\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ssn, 01909012345, 20000001", "ssn, 02909012346, 20000002"})
    void aUserIsLookedUpByNumber(String name, String number, int userId) {
        HttpResponse<String> answer = ask("{\"%s\":\"%s\"}".formatted(name, number));

        JsonNode profile = Json.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(profile.path("userId").asInt()).isEqualTo(userId);
        assertThat(profile.path("party").path("partyId")).isEqualTo(profile.path("partyId"));
        assertThat(profile.path("party").path("ssn").asText()).isEqualTo(number);
    }

    @Test
    void aUserHasWaysToBeReachedAndALanguage() {
        JsonNode profile = Json.parse(ask("{\"Ssn\":\"01909012345\"}").body());

        assertThat(profile.path("phoneNumber").asText()).isEqualTo("+4799000001");
        assertThat(profile.path("email").asText()).isEqualTo("person.a@eksempel.no");
        assertThat(profile.path("isReserved").asBoolean(true)).isFalse();
        assertThat(profile.path("profileSettingPreference").path("language").asText())
                .isEqualTo("nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01010112345", "310000001", "x"})
    void whoIsUnknownIsNotFound(String number) {
        assertThat(ask("{\"Ssn\":\"" + number + "\"}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"UserId, 20000001, 01909012345", "userId, 20000002, 02909012346"})
    void aUserIsLookedUpById(String name, int userId, String number) {
        HttpResponse<String> answer = ask("{\"%s\":%d}".formatted(name, userId));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.parse(answer.body()).path("party").path("ssn").asText()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"Ssn\":\"\"}", "{\"UserId\":0}"})
    void aLookupNeedsANumberOrAnId(String body) {
        assertThat(ask(body).statusCode()).isEqualTo(400);
    }

    @Test
    void theRealClientUnderstandsTheAnswers() {
        HttpUserProfiles users =
                new HttpUserProfiles(
                        new PlatformHttp(),
                        server.base().resolve("/profile/api/v1/"),
                        "key",
                        () -> "trusted");

        assertThat(users.find("01909012345"))
                .contains(
                        new UserProfile(
                                20000001,
                                "",
                                50000001,
                                UUID.fromString("00000000-0000-4000-8000-000050000001"),
                                Optional.of("01909012345"),
                                Optional.of("nb"),
                                new UserProfile.Contact(
                                        Optional.of("+4799000001"),
                                        Optional.of("person.a@eksempel.no"),
                                        false)));
        assertThat(users.find(20000001)).isEqualTo(users.find("01909012345"));
        assertThat(users.find("01010112345")).isEmpty();
        assertThat(users.find(7)).isEmpty();
    }
}
