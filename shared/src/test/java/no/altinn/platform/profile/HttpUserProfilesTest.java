package no.altinn.platform.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mockwebserver3.RecordedRequest;

import no.altinn.platform.client.QuickHttp;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.http.LoopbackServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.UUID;

class HttpUserProfilesTest {
    private static final String PID = "01909012345";
    private static final String PARTY = "00000000-0000-4000-8000-000050000001";
    private static final String USER =
            "{\"userId\":20000001,\"userName\":\"a\",\"partyId\":50000001,\"party\":{\"partyUuid\":\""
                    + PARTY
                    + "\",\"ssn\":\""
                    + PID
                    + "\"}}";

    private static final UserProfile PROFILE =
            new UserProfile(
                    20000001,
                    "a",
                    50000001,
                    UUID.fromString(PARTY),
                    Optional.of(PID),
                    Optional.empty(),
                    UserProfile.Contact.UNKNOWN);

    private final LoopbackServer server = new LoopbackServer();
    private final HttpUserProfiles users =
            new HttpUserProfiles(
                    QuickHttp.create(),
                    server.uri("/profile/api/v1/"),
                    "the-key",
                    () -> "own-token");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aUserIsLookedUpByNumberInTheBody() {
        server.answer(200, USER);

        assertThat(users.find(PID)).contains(PROFILE);

        RecordedRequest request = server.take();
        assertThat(request.getRequestLine())
                .isEqualTo("POST /profile/api/v1/internal/user HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("{\"Ssn\":\"01909012345\"}");
        assertThat(request.getHeaders().get("Ocp-Apim-Subscription-Key")).isEqualTo("the-key");
        assertThat(request.getHeaders().get("PlatformAccessToken")).isEqualTo("own-token");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void aUserIsLookedUpByIdInTheBody() {
        server.answer(200, USER);

        assertThat(users.find(20000001)).contains(PROFILE);
        assertThat(server.take().getBody().utf8()).isEqualTo("{\"UserId\":20000001}");
    }

    @Test
    void theLanguageThatTheUserChoseIsTold() {
        server.answer(
                200,
                USER.replace(
                        "\"partyId\"",
                        "\"profileSettingPreference\":{\"language\":\"nn\"},\"partyId\""));

        assertThat(users.find(PID)).flatMap(UserProfile::language).contains("nn");
    }

    @Test
    void howTheUserIsReachedIsTold() {
        server.answer(
                200,
                USER.replace(
                        "\"partyId\"",
                        "\"phoneNumber\":\"99000000\",\"email\":\"a@b.no\",\"isReserved\":true,"
                                + "\"partyId\""));

        assertThat(users.find(PID))
                .map(UserProfile::contact)
                .contains(
                        new UserProfile.Contact(
                                Optional.of("99000000"), Optional.of("a@b.no"), true));
    }

    @ParameterizedTest
    @CsvSource({"\"userName\":null", "\"userName\":\"\"", "\"x\":1"})
    void aUserNeedHaveNoName(String name) {
        server.answer(200, USER.replace("\"userName\":\"a\"", name));

        assertThat(users.find(PID)).map(UserProfile::userName).contains("");
    }

    @Test
    void whoIsNotFoundIsNoUser() {
        server.answer(404, "");

        assertThat(users.find(PID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401|{}",
                "403|{}",
                "302|{}",
                "204|``",
                "200|{}",
                "200|[]",
                "200|null",
                "200|<html>",
                "200|{\"userId\":0,\"partyId\":1,\"party\":{\"partyUuid\":\"" + PARTY + "\"}}",
                "200|{\"userId\":1,\"partyId\":0,\"party\":{\"partyUuid\":\"" + PARTY + "\"}}",
                "200|{\"userId\":\"1\",\"partyId\":1,\"party\":{\"partyUuid\":\"" + PARTY + "\"}}",
                "200|{\"userId\":3000000000,\"partyId\":1,\"party\":{\"partyUuid\":\""
                        + PARTY
                        + "\"}}",
                "200|{\"userId\":1,\"partyId\":1,\"party\":{\"partyUuid\":\"x\"}}",
                "200|{\"userId\":1,\"partyId\":1,\"party\":null}"
            })
    void anythingElseIsAFailureThatNamesNobody(int status, String body) {
        server.answer(status, body);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> users.find(PID))
                .withMessageContaining("/profile/api/v1/internal/user")
                .withMessageNotContaining(PID);
    }

    @Test
    void aProfileThatIsAwayIsAFailure() {
        server.close();

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> users.find(PID));
    }

    @Test
    void aUserThatIsPrintedTellsNothing() {
        server.answer(200, USER);

        assertThat(users.find(PID).orElseThrow()).hasToString("UserProfile");
    }
}
