package no.altinn.rest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mockwebserver3.RecordedRequest;

import no.altinn.platform.client.HttpLimits;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.profile.HttpUserProfiles;
import no.altinn.rest.language.Language;
import no.altinn.rest.profile.Profile;
import no.altinn.rest.reportee.ExternalParties.ExternalParty;
import no.altinn.testing.http.LoopbackServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;

final class HttpLookupsTest {
    private final LoopbackServer server = new LoopbackServer();
    private final PlatformHttp http =
            new PlatformHttp(
                    new HttpLimits(
                            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ZERO, 1 << 20));
    private final PlatformService service =
            new PlatformService(http, server.uri("/api/v1/"), "the-key", () -> "own-token");
    private final HttpProfiles profiles =
            new HttpProfiles(
                    new HttpUserProfiles(
                            http, server.uri("/api/v1/"), "the-key", () -> "own-token"));

    @AfterEach
    void stop() {
        server.close();
    }

    private void showsItsToken(RecordedRequest request) {
        assertThat(request.getHeaders().get("PlatformAccessToken")).isEqualTo("own-token");
        assertThat(request.getHeaders().get("Ocp-Apim-Subscription-Key")).isEqualTo("the-key");
    }

    @Test
    void partiesComeWithTheirMainUnitsAndWithoutThoseThatAreOnlyAboveOne() {
        server.answer(
                200,
                """
                [{"partyId":1,"ssn":"01017012345","orgNumber":null,"childParties":null},
                 {"partyId":2,"orgNumber":"310000001","childParties":[
                   {"partyId":3,"orgNumber":"310000002","childParties":[]}]},
                 {"partyId":4,"orgNumber":"310000003","onlyHierarchyElementWithNoAccess":true,
                  "childParties":[{"partyId":5,"orgNumber":"310000004"}]}]""");

        assertThat(new HttpExternalParties(service).of(7))
                .containsExactly(
                        new ExternalParty(1, Optional.empty()),
                        new ExternalParty(2, Optional.empty()),
                        new ExternalParty(3, Optional.of("310000001")),
                        new ExternalParty(5, Optional.of("310000003")));
        RecordedRequest request = server.take();
        assertThat(request.getRequestLine()).isEqualTo("GET /api/v1/parties?userId=7 HTTP/1.1");
        showsItsToken(request);
    }

    @Test
    void rolesAreCodesInCapitals() {
        server.answer(200, "[{\"Type\":\"altinn\",\"value\":\"dagl\"},{\"value\":\"UTINN\"},{}]");

        assertThat(new HttpExternalRoles(service).of(7, 8))
                .containsExactlyInAnyOrder("DAGL", "UTINN");
        RecordedRequest request = server.take();
        assertThat(request.getTarget())
                .isEqualTo("/api/v1/roles?coveredByUserId=7&offeredByPartyId=8");
        showsItsToken(request);
    }

    @Test
    void aProfileIsFoundByNationalNumberInTheBody() {
        server.answer(
                200,
                """
                {"userId":7,"userName":"","partyId":8,
                 "party":{"partyUuid":"00000000-0000-4000-8000-000000000008"},"phoneNumber":"99000000","email":"a@b.no",
                 "isReserved":true,"profileSettingPreference":{"language":"nn"}}""");

        assertThat(profiles.find("01017012345"))
                .contains(
                        new Profile(
                                7,
                                8,
                                Optional.empty(),
                                Optional.of("99000000"),
                                Optional.of("a@b.no"),
                                true,
                                Optional.of(Language.NYNORSK)));
        RecordedRequest request = server.take();
        assertThat(request.getRequestLine()).isEqualTo("POST /api/v1/internal/user HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("{\"Ssn\":\"01017012345\"}");
        showsItsToken(request);
    }

    @Test
    void aPersonWhoNeverLoggedInHasNoProfile() {
        server.answer(404, "");

        assertThat(profiles.find("01017012345")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"401,[]", "404,[]", "200,{}", "200,<html>", "302,[]"})
    void anythingElseIsAFailureAndNotAnEmptyList(int status, String body) {
        server.answer(status, body);
        server.answer(status, body);

        assertThatThrownBy(() -> new HttpExternalParties(service).of(7))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> new HttpExternalRoles(service).of(7, 8))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"401,{}", "200,{}", "200,[]"})
    void anIncompleteProfileIsAFailureThatNamesNobody(int status, String body) {
        server.answer(status, body);

        assertThatThrownBy(() -> profiles.find("01017012345"))
                .isInstanceOf(Unavailable.class)
                .hasMessageNotContaining("01017012345");
    }
}
