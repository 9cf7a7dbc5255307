package no.altinn.local.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.json.Json;
import no.altinn.platform.register.HttpRegister;
import no.altinn.platform.register.MailingAddress;
import no.altinn.platform.register.MainUnit;
import no.altinn.platform.register.PartyUrn;
import no.altinn.platform.register.RegisteredParty;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PartyRegisterTest {
    private static final String LOOKUP = "/register/api/v1/parties/lookup";
    private static final String QUERY =
            "/register/api/v2/internal/parties/query?fields=identifiers";
    private static final String MAIN_UNITS = "/register/api/v2/internal/parties/main-units";
    private static final String PERSON_A = "urn:altinn:person:identifier-no:01909012345";
    private static final String NOBODY = "urn:altinn:person:identifier-no:01010112345";

    private static LocalServer server;

    @BeforeAll
    static void start() {
        server =
                LocalServer.start(
                        new PartyRegister(
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

    private static HttpResponse<String> ask(String path, String body) {
        return server.send(
                server.to(path)
                        .header("PlatformAccessToken", "trusted")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode data(HttpResponse<String> answer) {
        return Json.parse(answer.body()).path("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOKUP, QUERY, MAIN_UNITS})
    void withoutAPlatformAccessTokenNothingIsTold(String path) {
        HttpResponse<String> answer = server.post(path, "{\"Ssn\":\"01909012345\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ssn, 01909012345, 50000001",
        "ssn, 02909012346, 50000002",
        "OrgNo, 310000001, 51000001",
        "orgNo, 310000002, 51000002",
    })
    void aPersonOrOrganisationIsLookedUpByNumber(String name, String number, int partyId) {
        HttpResponse<String> answer = ask(LOOKUP, "{\"%s\":\"%s\"}".formatted(name, number));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.parse(answer.body()).path("partyId").asInt()).isEqualTo(partyId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Ssn\":\"01010112345\"}", "{\"OrgNo\":\"991825827\"}"})
    void anUnknownNumberIsNotFound(String body) {
        assertThat(ask(LOOKUP, body).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "[", "{\"Ssn\":\"01909012345\",\"OrgNo\":\"310000001\"}"})
    void aLookupNeedsExactlyOneNumber(String body) {
        assertThat(ask(LOOKUP, body).statusCode()).isEqualTo(400);
    }

    @Test
    void aQueryOfKnownPartiesIsComplete() {
        HttpResponse<String> answer = ask(QUERY, "{\"data\":[\"%s\"]}".formatted(PERSON_A));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(data(answer)).hasSize(1);
        assertThat(data(answer).get(0).path("personIdentifier").asText()).isEqualTo("01909012345");
        assertThat(data(answer).get(0).path("partyUuid").asText())
                .isEqualTo("00000000-0000-4000-8000-000050000001");
    }

    @Test
    void aQueryWithSomeoneUnknownIsPartial() {
        HttpResponse<String> answer =
                ask(QUERY, "{\"data\":[\"%s\",\"%s\"]}".formatted(PERSON_A, NOBODY));

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(data(answer)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "100, 206", "101, 400"})
    void aQueryNamesOneToAHundredParties(int count, int status) {
        String urns =
                IntStream.range(0, count)
                        .mapToObj(i -> "\"urn:altinn:partyid:" + i + "\"")
                        .collect(Collectors.joining(","));

        assertThat(ask(QUERY, "{\"data\":[" + urns + "]}").statusCode()).isEqualTo(status);
    }

    @Test
    void aMainUnitHasNoneItself() {
        HttpResponse<String> answer =
                ask(MAIN_UNITS, "{\"data\":\"urn:altinn:organization:identifier-no:310000001\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(data(answer)).isEmpty();
    }

    @Test
    void theRealClientUnderstandsTheAnswers() {
        HttpRegister register =
                new HttpRegister(
                        new PlatformHttp(),
                        server.base().resolve("/register/api/"),
                        "key",
                        () -> "trusted");

        assertThat(register.partyOfPerson("01909012345", "bearer")).hasValue(50000001);
        assertThat(register.partyOfOrganization("310000009", "bearer")).isEmpty();
        assertThat(register.partyUuids(List.of(PERSON_A, NOBODY)))
                .isEqualTo(
                        Map.of(PERSON_A, UUID.fromString("00000000-0000-4000-8000-000050000001")));
        assertThat(register.mainUnit("urn:altinn:organization:identifier-no:310000002"))
                .contains(
                        new MainUnit(
                                "urn:altinn:organization:identifier-no:310000001",
                                51000001,
                                "310000001"));
    }

    @Test
    void theRealClientUnderstandsPartiesWithTheirDetails() {
        HttpRegister register =
                new HttpRegister(
                        new PlatformHttp(),
                        server.base().resolve("/register/api/"),
                        "key",
                        () -> "trusted");

        assertThat(
                        register.parties(
                                List.of(
                                        PERSON_A,
                                        NOBODY,
                                        PartyUrn.party(51000001),
                                        PartyUrn.organization("310000002"))))
                .isEqualTo(
                        Map.of(
                                PERSON_A,
                                new RegisteredParty.Person(
                                        50000001,
                                        "Person A",
                                        false,
                                        "01909012345",
                                        Optional.of("A")),
                                PartyUrn.party(51000001),
                                new RegisteredParty.Unit(
                                        51000001,
                                        "Main unit",
                                        false,
                                        "310000001",
                                        Optional.of("AS"),
                                        Optional.of("post@eksempel.no"),
                                        Optional.of("+4799000010"),
                                        Optional.of(
                                                new MailingAddress(
                                                        Optional.of("Storgata 1"),
                                                        Optional.of("8900"),
                                                        Optional.of("Brønnøysund")))),
                                PartyUrn.organization("310000002"),
                                new RegisteredParty.Unit(
                                        51000002,
                                        "Sub-unit",
                                        false,
                                        "310000002",
                                        Optional.of("BEDR"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    @Test
    void aFieldThatRegisterDoesNotHaveIsRefused() {
        assertThat(ask(QUERY + ",surname", "{\"data\":[\"%s\"]}".formatted(PERSON_A)).statusCode())
                .isEqualTo(400);
    }
}
