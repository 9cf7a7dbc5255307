package no.altinn.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mockwebserver3.RecordedRequest;

import no.altinn.platform.client.HttpLimits;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.json.Json;
import no.altinn.testing.http.LoopbackServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

final class HttpRegisterTest {
    private static final String PERSON = "urn:altinn:person:identifier-no:";
    private static final String ORGANISATION = "urn:altinn:organization:identifier-no:991825827";
    private static final String UUID_TEXT = "5d9c1f0e-6d36-4a6e-9d3c-2f5f0a1b2c3d";

    private final LoopbackServer server = new LoopbackServer();
    private final HttpRegister register =
            new HttpRegister(
                    new PlatformHttp(
                            new HttpLimits(
                                    Duration.ofSeconds(2),
                                    Duration.ofSeconds(5),
                                    Duration.ZERO,
                                    1 << 20)),
                    server.uri("/register/api/"),
                    "the-key",
                    () -> "own-token");

    @AfterEach
    void stop() {
        server.close();
    }

    private static String party(String nin) {
        return "{\"partyUuid\":\"%s\",\"personIdentifier\":\"%s\"}".formatted(UUID_TEXT, nin);
    }

    @Test
    void aPersonIsLookedUpInTheCallersName() {
        server.answer(200, "{\"partyId\":50,\"name\":\"x\"}");

        assertThat(register.partyOfPerson("01017012345", "caller")).hasValue(50);

        RecordedRequest request = server.take();
        assertThat(request.getRequestLine())
                .isEqualTo("POST /register/api/v1/parties/lookup HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("{\"Ssn\":\"01017012345\"}");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer caller");
        assertThat(request.getHeaders().get("PlatformAccessToken")).isEqualTo("own-token");
        assertThat(request.getHeaders().get("Ocp-Apim-Subscription-Key")).isEqualTo("the-key");
    }

    @Test
    void anOrganisationIsLookedUpByItsNumber() {
        server.answer(200, "{\"partyId\":51}");

        assertThat(register.partyOfOrganization("991825827", "caller")).hasValue(51);
        assertThat(server.take().getBody().utf8()).isEqualTo("{\"OrgNo\":\"991825827\"}");
    }

    @Test
    void whoIsNotFoundHasNoParty() {
        server.answer(404, "");

        assertThat(register.partyOfPerson("01017012345", "caller")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"401,{}", "403,{}", "302,{}", "200,{}", "200,<html>", "200,{\"partyId\":0}"})
    void anythingElseIsAFailureThatNamesNobody(int status, String body) {
        server.answer(status, body);

        assertThatThrownBy(() -> register.partyOfPerson("01017012345", "caller"))
                .isInstanceOf(RegisterUnavailable.class)
                .hasMessageNotContaining("01017012345");
    }

    @Test
    void aRegisterThatIsAwayIsAFailure() {
        server.close();

        assertThatThrownBy(() -> register.mainUnit(ORGANISATION))
                .isInstanceOf(RegisterUnavailable.class);
    }

    @Test
    void someUnknownPersonsAreNoFailure() {
        server.answer(206, "{\"data\":[" + party("01017012345") + "]}");

        assertThat(register.partyUuids(List.of(PERSON + "01017012345", PERSON + "02027012345")))
                .containsOnlyKeys(PERSON + "01017012345")
                .containsValue(UUID.fromString(UUID_TEXT));

        RecordedRequest request = server.take();
        assertThat(request.getTarget())
                .isEqualTo("/register/api/v2/internal/parties/query?fields=identifiers");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(Json.parse(request.getBody().utf8()).path("data")).hasSize(2);
    }

    @Test
    void personsThatWereNotAskedForAreLeftOut() {
        server.answer(200, "{\"data\":[" + party("03037012345") + "]}");

        assertThat(register.partyUuids(List.of(PERSON + "01017012345"))).isEmpty();
    }

    @Test
    void moreThanAHundredPersonsAreAskedInSeveralCalls() {
        server.answer(200, "{\"data\":[" + party("00000000000") + "]}");
        server.answer(206, "{\"data\":[" + party("00000000100") + "]}");
        List<String> urns =
                IntStream.range(0, 202).mapToObj(i -> PERSON + "%011d".formatted(i / 2)).toList();

        assertThat(register.partyUuids(urns)).hasSize(2);
        assertThat(Json.parse(server.take().getBody().utf8()).path("data")).hasSize(100);
        assertThat(Json.parse(server.take().getBody().utf8()).path("data")).hasSize(1);
    }

    @Test
    void nobodyIsAskedForNobody() {
        assertThat(register.partyUuids(List.of())).isEmpty();
        assertThat(server.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aPersonWithoutUuidIsAFailure(String uuid) {
        server.answer(200, "{\"data\":[" + party("01017012345").replace(UUID_TEXT, uuid) + "]}");

        assertThatThrownBy(() -> register.partyUuids(List.of(PERSON + "01017012345")))
                .isInstanceOf(RegisterUnavailable.class);
    }

    @Test
    void anOrganisationIsFoundByItsParty() {
        server.answer(
                200, "{\"data\":[{\"partyId\":51,\"organizationIdentifier\":\"991825827\"}]}");

        assertThat(register.organization("urn:altinn:party:id:51"))
                .contains(new Organization(51, "991825827"));

        RecordedRequest request = server.take();
        assertThat(request.getTarget())
                .isEqualTo("/register/api/v2/internal/parties/query?fields=identifiers");
        assertThat(request.getBody().utf8()).isEqualTo("{\"data\":[\"urn:altinn:party:id:51\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[]}",
                "{\"data\":[{\"partyId\":51,\"personIdentifier\":\"01017012345\"}]}",
                "{\"data\":[{\"organizationIdentifier\":\"991825827\"}]}"
            })
    void whatIsNoOrganisationIsNone(String body) {
        server.answer(206, body);

        assertThat(register.organization("urn:altinn:party:id:51")).isEmpty();
    }

    @Test
    void aMainUnitIsFound() {
        server.answer(
                200,
                "{\"data\":[{\"externalUrn\":\"%s\",\"partyId\":51,\"organizationIdentifier\":\"991825827\"}]}"
                        .formatted(ORGANISATION));

        assertThat(register.mainUnit("urn:altinn:organization:identifier-no:123456785"))
                .contains(new MainUnit(ORGANISATION, 51, "991825827"));

        RecordedRequest request = server.take();
        assertThat(request.getTarget()).isEqualTo("/register/api/v2/internal/parties/main-units");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"data\":\"urn:altinn:organization:identifier-no:123456785\"}");
    }

    @Test
    void aMainUnitHasNoMainUnit() {
        server.answer(200, "{\"data\":[]}");

        assertThat(register.mainUnit(ORGANISATION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null}",
                "{\"data\":[{}]}",
                "{\"data\":[{\"partyId\":1}]}",
                "{\"data\":[{\"externalUrn\":null,\"partyId\":1}]}"
            })
    void anIncompleteMainUnitIsAFailure(String body) {
        server.answer(200, body);

        assertThatThrownBy(() -> register.mainUnit(ORGANISATION))
                .isInstanceOf(RegisterUnavailable.class);
    }

    private static final String PARTIES =
            """
            {"data":[
              {"partyType":"person","partyId":50,"displayName":" Ola Nordmann ","isDeleted":false,
               "personIdentifier":"01017012345","lastName":"Nordmann"},
              {"partyType":"organization","partyId":51,"displayName":"Eksempel","isDeleted":true,
               "organizationIdentifier":"991825827","unitType":"AS","emailAddress":"a@b.no",
               "mobileNumber":null,
               "mailingAddress":{"address":"Storgata 1","postalCode":"8900","city":null}},
              {"partyType":"system-user","partyId":52},
              {"partyType":"person","personIdentifier":"02027012345"}]}
            """;

    @Test
    void partiesAreFoundWithTheirDetailsByTheUrnThatAsked() {
        server.answer(206, PARTIES);

        assertThat(
                        register.parties(
                                List.of(
                                        PERSON + "01017012345",
                                        PERSON + "02027012345",
                                        "urn:altinn:party:id:51",
                                        ORGANISATION,
                                        "urn:altinn:party:id:52")))
                .isEqualTo(
                        Map.of(
                                PERSON + "01017012345",
                                OLA,
                                "urn:altinn:party:id:51",
                                UNIT,
                                ORGANISATION,
                                UNIT));

        assertThat(server.take().getTarget())
                .isEqualTo(
                        "/register/api/v2/internal/parties/query?fields=identifiers,type,"
                                + "display-name,deleted,person.last-name,org.type,org.email,"
                                + "org.mobile,org.mailing-address");
    }

    private static final RegisteredParty OLA =
            new RegisteredParty.Person(
                    50, "Ola Nordmann", false, "01017012345", Optional.of("Nordmann"));
    private static final RegisteredParty UNIT =
            new RegisteredParty.Unit(
                    51,
                    "Eksempel",
                    true,
                    "991825827",
                    Optional.of("AS"),
                    Optional.of("a@b.no"),
                    Optional.empty(),
                    Optional.of(
                            new MailingAddress(
                                    Optional.of("Storgata 1"),
                                    Optional.of("8900"),
                                    Optional.empty())));

    @Test
    void moreThanAHundredPartiesAreAskedInSeveralCalls() {
        server.answer(206, PARTIES);
        server.answer(206, "{\"data\":[]}");

        assertThat(
                        register.parties(
                                IntStream.rangeClosed(50, 150).mapToObj(PartyUrn::party).toList()))
                .containsOnlyKeys("urn:altinn:party:id:50", "urn:altinn:party:id:51");
        assertThat(Json.parse(server.take().getBody().utf8()).path("data")).hasSize(100);
        assertThat(Json.parse(server.take().getBody().utf8()).path("data")).hasSize(1);
    }

    @Test
    void anAnswerWithoutPartiesIsAFailureAndNotAnEmptyOne() {
        server.answer(200, "{}");

        assertThatThrownBy(() -> register.parties(List.of(ORGANISATION)))
                .isInstanceOf(RegisterUnavailable.class);
    }

    @Test
    void aPersonsTextNamesNobody() {
        assertThat(OLA.toString()).doesNotContain("Ola").doesNotContain("01017012345");
    }
}
